import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { api, type WhatIf } from '../../shared/api';
import { thisYear } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput, MonthInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { inputOf, type WhatIfFields } from './input';
import { WhatIfResult } from './result';

/** 测算: the rest of the year in a scenario, on the engine of the runs and against the fund. Nothing is kept. */
export default function WhatIfPage(): ReactElement {
  const { t } = useTranslation('whatIf');
  const centre = useCentre();
  const [year, setYear] = useState(thisYear());
  const [answer, setAnswer] = useState<WhatIf>();
  const [error, setError] = useState<unknown>();
  const funds = useQuery({ queryKey: ['funds', centre.id, year], queryFn: () => api.funds.list(centre.id, year) });
  const calculate = useCommand<WhatIfFields, WhatIf>({
    run: (fields) => api.whatIf.calculate(centre.id, inputOf(fields)),
    touches: [],
    onDone: setAnswer,
    onRefused: setError,
  });
  return (
    <Page tabTitle={t('title')} title={t('title')} sub={t('about')}>
      <div className="stack">
        <Card size="small">
          <Form<WhatIfFields>
            name="what-if"
            layout="vertical"
            onFinish={(fields) => {
              setError(undefined);
              calculate.mutate(fields);
            }}
          >
            <div className="filter-row">
              <Form.Item label={t('year')} htmlFor="what-if-year">
                <InputNumber
                  id="what-if-year"
                  min={2000}
                  max={2100}
                  value={year}
                  onChange={(value) => setYear(value ?? year)}
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
        {answer ? <WhatIfResult answer={answer} /> : <EmptyHint icon="calculator" title={t('empty')} />}
      </div>
    </Page>
  );
}

const PERCENT = /^-?\d{1,3}(\.\d{1,4})?$/;

function ScenarioFields(): ReactElement {
  const { t } = useTranslation('whatIf');
  const percent = [{ pattern: PERCENT, message: t('percentWrong') }];
  const amount = [amountRule(t('common:amountWrong'), true)];
  return (
    <>
      <div className="filter-row">
        <Form.Item name="raisePercent" label={t('raise')} rules={percent}>
          <Input suffix="%" inputMode="decimal" />
        </Form.Item>
        <Form.Item name="raiseFrom" label={t('raiseFrom')}>
          <MonthInput />
        </Form.Item>
        <Form.Item name="raiseGrades" label={t('grades')} extra={t('gradesHint')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className="filter-row">
        <Form.Item name="hireCount" label={t('hires')}>
          <InputNumber min={1} max={1000} />
        </Form.Item>
        <Form.Item name="hireOn" label={t('hireOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="hireAgency" label={t('agency')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="hireGrid" label={t('grid')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="hireGrade" label={t('grade')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <div className="filter-row">
        <Form.Item name="leaveCount" label={t('leavers')}>
          <InputNumber min={1} max={100000} />
        </Form.Item>
        <Form.Item name="leaveOn" label={t('leaveOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="leavingPercent" label={t('leaving')} rules={percent}>
          <Input suffix="%" inputMode="decimal" />
        </Form.Item>
        <Form.Item name="leavingFrom" label={t('leavingFrom')}>
          <MonthInput />
        </Form.Item>
      </div>
      <div className="filter-row">
        <Form.Item name="baseAmount" label={t('base')} rules={amount}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="baseFrom" label={t('baseFrom')}>
          <MonthInput />
        </Form.Item>
        <Form.Item name="floorAmount" label={t('floor')} rules={amount}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="floorFrom" label={t('floorFrom')}>
          <MonthInput />
        </Form.Item>
      </div>
      <div className="filter-row">
        <Form.Item name="itemName" label={t('item')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="itemAmount" label={t('itemAmount')} rules={amount}>
          <AmountInput />
        </Form.Item>
        <Form.Item name="itemFrom" label={t('itemFrom')}>
          <MonthInput />
        </Form.Item>
      </div>
    </>
  );
}
