import { Alert, Button, Card, Form, InputNumber, Select } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type WhatIf } from '../../shared/api';
import { thisYear } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { MonthInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { payFund, useFunds } from '../../shared/funds';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import type { WhatIfInput } from '../../shared/api/insight-calls';
import { Adopt } from './adopt';
import { inputOf, type WhatIfFields } from './input';
import { WhatIfResult } from './result';
import { ScenarioFields } from './scenario-fields';
import './what-if.css';

/** 测算: the rest of the year in a scenario, on the engine of the runs and against the fund. Nothing is kept until it is adopted. */
export default function WhatIfPage(): ReactElement {
  const { t } = useTranslation('whatIf');
  const centre = useCentre();
  const [form] = Form.useForm<WhatIfFields>();
  const [wanted, setWanted] = useState<number>();
  const [answer, setAnswer] = useState<{ asked: WhatIfInput; said: WhatIf; adopted?: boolean }>();
  const [error, setError] = useState<unknown>();
  // Until a year is asked for: the last that has any fund.
  const funds = useFunds(centre.id, wanted);
  const year = wanted ?? funds.data?.[0]?.fiscalYear ?? thisYear();
  useEffect(() => {
    if (funds.data) form.setFieldValue('fundId', payFund(funds.data, null)?.id);
  }, [form, funds.data]);
  const calculate = useCommand<WhatIfInput, WhatIf>({
    run: (asked) => api.whatIf.calculate(centre.id, asked),
    touches: [],
    onDone: (said, asked) => setAnswer({ asked, said }),
    onRefused: setError,
  });
  return (
    <Page tabTitle={t('title')} title={t('title')} sub={t('about')}>
      <div className="stack">
        <Card size="small">
          <Form<WhatIfFields>
            name="what-if"
            form={form}
            className="what-if-form"
            layout="vertical"
            onFinish={(fields) => {
              setError(undefined);
              calculate.mutate(inputOf(fields));
            }}
          >
            <div className="filter-row">
              <Form.Item label={t('year')} htmlFor="what-if-year">
                <InputNumber
                  id="what-if-year"
                  min={2000}
                  max={2100}
                  value={year}
                  onChange={(value) => setWanted(value ?? undefined)}
                />
              </Form.Item>
              <Form.Item name="fundId" label={t('fund')} rules={[{ required: true, message: t('common:required') }]}>
                <Select
                  style={{ minWidth: 260 }}
                  loading={funds.isLoading}
                  options={(funds.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                />
              </Form.Item>
              <Form.Item name="from" label={t('from')} extra={t('fromHint')}>
                <MonthInput />
              </Form.Item>
            </div>
            <ScenarioFields />
            {error !== undefined && <ProblemAlert error={error} />}
            <Button type="primary" htmlType="submit" loading={calculate.isPending}>
              {t('calculate')}
            </Button>
          </Form>
        </Card>
        {answer ? (
          <>
            <WhatIfResult answer={answer.said} />
            {answer.adopted ? (
              <Alert type="success" showIcon title={t('adopt.done')} description={t('adopt.after')} />
            ) : (
              <Adopt
                asked={answer.asked}
                answer={answer.said}
                onAdopted={() => setAnswer({ ...answer, adopted: true })}
              />
            )}
          </>
        ) : (
          <EmptyHint icon="calculator" title={t('empty')} />
        )}
      </div>
    </Page>
  );
}
