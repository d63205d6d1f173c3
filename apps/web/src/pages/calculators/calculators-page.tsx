import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Menu, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { addMonths } from '@gridstaff/kernel';
import { useNarrow } from '../../app/shell/use-narrow';
import { api, type CalculatorAnswer } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Page } from '../../shared/page';
import { useSession } from '../../shared/session';
import { AnswerView } from './answer-view';
import { FieldList } from './operation-form';
import { type Field, inputOf, type Operation, OPERATIONS, placeOf } from './operations';
import './calculators.css';

const GROUPS = ['tax', 'insurance', 'labour', 'money'] as const;

/** 试算: the rules of the pay run on figures that someone types in; nothing is saved. */
export default function CalculatorsPage(): ReactElement {
  const { t } = useTranslation('calculators');
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const operation = OPERATIONS.find(({ op }) => op === search.get('op')) ?? OPERATIONS[0];
  const choose = (op: string): void => setSearch({ op }, { replace: true });
  const labelled = (group: Operation['group']): { key: string; value: string; label: string }[] =>
    OPERATIONS.filter((one) => one.group === group).map(({ op }) => ({ key: op, value: op, label: t(`op.${op}`) }));
  return (
    <Page tabTitle={t('title')} title={t('title')} sub={t('about')}>
      <div className="calc">
        {narrow ? (
          <Select
            aria-label={t('choose')}
            value={operation?.op}
            onChange={choose}
            options={GROUPS.map((group) => ({
              label: t(`group.${group}`),
              options: labelled(group).map(({ value, label }) => ({ value, label })),
            }))}
          />
        ) : (
          <Card size="small" className="calc-menu">
            <nav aria-label={t('choose')}>
              <Menu
                selectedKeys={operation ? [operation.op] : []}
                onClick={({ key }) => choose(key)}
                items={GROUPS.map((group) => ({
                  key: group,
                  type: 'group',
                  label: t(`group.${group}`),
                  children: labelled(group).map(({ key, label }) => ({ key, label })),
                }))}
              />
            </nav>
          </Card>
        )}
        {operation && <Calculator key={operation.op} operation={operation} />}
      </div>
    </Page>
  );
}

const initialOf = (fields: readonly Field[], region: string | undefined): Record<string, unknown> =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.kind === 'region'
        ? region
        : field.name === 'on'
          ? addMonths(thisMonth(), -1)
          : field.kind === 'group'
            ? initialOf(field.fields ?? [], region)
            : field.initial,
    ]),
  );

function Calculator({ operation }: { operation: Operation }): ReactElement {
  const { t } = useTranslation('calculators');
  const { centre, can } = useSession();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [answer, setAnswer] = useState<CalculatorAnswer>();
  const known = useQuery({
    queryKey: ['regions'],
    queryFn: api.policy.regions,
    enabled: can('policy:read'),
    staleTime: Infinity,
  });
  const regions = known.data ?? (centre ? [centre.region] : []);
  const calculate = useCommand<object, CalculatorAnswer | undefined>({
    run: (input) => api.calculators.run(operation.op, input),
    touches: [],
    onDone: (given) => {
      setAnswer(given);
      if (given?.error) form.setFields([{ name: placeOf(given.error.path), errors: [given.error.message] }]);
    },
  });
  return (
    <>
      <Card size="small" title={t(`op.${operation.op}`)}>
        <Form
          name="calculator"
          form={form}
          layout="vertical"
          className="calc-form"
          initialValues={initialOf(operation.fields, centre?.region)}
          onFinish={(values) => calculate.mutate(inputOf(operation.fields, values))}
        >
          <FieldList fields={operation.fields} parent={[]} regions={regions} />
          <div className="calc-foot">
            <Button type="primary" htmlType="submit" loading={calculate.isPending}>
              {t('calculate')}
            </Button>
            <Button
              onClick={() => {
                form.resetFields();
                setAnswer(undefined);
              }}
            >
              {t('common:action.reset')}
            </Button>
          </div>
        </Form>
      </Card>
      <Card size="small" title={t('answer')} aria-live="polite">
        {answer?.error && (
          <Alert
            type="error"
            showIcon
            title={answer.error.message}
            description={<span className="code">{`${answer.error.code} · ${answer.error.path}`}</span>}
          />
        )}
        {answer?.output && <AnswerView answer={answer} />}
        {!answer && <EmptyHint icon="calculator" title={t('noAnswer')} text={t('noAnswerText')} />}
      </Card>
    </>
  );
}
