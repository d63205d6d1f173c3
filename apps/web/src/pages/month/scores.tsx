import { lastDay, type Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Performance } from '../../shared/api';
import { AmountInput, amountRule } from '../../shared/amount-input';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Money } from '../../shared/money';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { Tag } from '../../shared/tag';
import { useWorkerNames } from '../runs/queries';
import { MonthTable } from './month-table';
import { touched, useResults } from './queries';

interface Row {
  workerNo: number;
  result: Performance | undefined;
}

/** Everybody in post at the end of the month with their result, so that whoever is missing can be seen. */
export function Scores({ period, locked }: { period: Period; locked: boolean }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const [missingOnly, setMissingOnly] = useState(false);
  const [editing, setEditing] = useState<Row>();
  const results = useResults(period);
  const on = lastDay(period);
  const people = useQuery({
    queryKey: ['workers', centre.id, 'in-post', on],
    queryFn: () => api.workers.all(centre.id, { on, engagedOnly: true }),
    enabled: can('roster:read'),
    staleTime: 60_000,
  });
  const rows = useMemo((): Row[] | undefined => {
    if (!results.data || (can('roster:read') && !people.data)) return undefined;
    const found = new Map(results.data.map((result) => [result.workerNo, result]));
    const numbers = new Set([...(people.data ?? []).map(({ no }) => no), ...found.keys()]);
    return [...numbers].sort((a, b) => a - b).map((workerNo) => ({ workerNo, result: found.get(workerNo) }));
  }, [results.data, people.data, can]);
  const missing = rows?.filter(({ result }) => !result).length ?? 0;
  const writes = can('evaluation:write') && !locked;
  if (results.error && !results.data) return <ProblemAlert error={results.error} />;
  return (
    <>
      <MonthTable<Row>
        name="scores"
        label={t('tab.scores')}
        rows={missingOnly ? rows?.filter(({ result }) => !result) : rows}
        rowKey={({ workerNo }) => String(workerNo)}
        tools={
          <Checkbox
            checked={missingOnly}
            disabled={missing === 0 && !missingOnly}
            onChange={({ target }) => setMissingOnly(target.checked)}
            style={{ alignSelf: 'center' }}
          >
            {t('score.missingOnly', { count: missing })}
          </Checkbox>
        }
        empty={<EmptyHint icon="ok" title={t('score.none')} text={t('score.noneText')} />}
        columns={[
          {
            ...{ key: 'state', title: t('score.state'), width: 100 },
            render: (_, { result }) =>
              result ? (
                <Tag tone="good" icon="ok">
                  {t('score.there')}
                </Tag>
              ) : (
                <Tag tone="warn" icon="warn">
                  {t('score.missing')}
                </Tag>
              ),
          },
          {
            key: 'score',
            title: t('score.score'),
            width: 90,
            figures: true,
            render: (_, { result }) => result?.score ?? '–',
          },
          {
            ...{ key: 'coefficient', title: t('score.coefficient'), width: 100, figures: true },
            render: (_, { result }) => result?.coefficient ?? '–',
          },
          {
            ...{ key: 'award', title: t('score.award'), unit: `(${t('common:yuan')})`, width: 120, figures: true },
            render: (_, { result }) => <Money value={result?.award} />,
          },
          {
            ...{ key: 'at', title: t('recordedAt'), width: 150 },
            render: (_, { result }) => (result ? formatInstant(result.recordedAt) : ''),
          },
          ...(writes
            ? [
                {
                  ...{ key: 'do', title: t('do'), width: 80, always: true },
                  render: (_: unknown, row: Row) => (
                    <Button size="small" onClick={() => setEditing(row)}>
                      {row.result ? t('change') : t('enter')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Modal
        open={editing !== undefined}
        title={t('score.edit', { period })}
        footer={null}
        destroyOnHidden
        mask={{ closable: false }}
        onCancel={() => setEditing(undefined)}
        width={480}
      >
        {editing && <ScoreForm period={period} row={editing} onDone={() => setEditing(undefined)} />}
      </Modal>
    </>
  );
}

interface Fields {
  score?: string;
  coefficient: string;
  award: string;
}

function ScoreForm({ period, row, onDone }: { period: Period; row: Row; onDone: () => void }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const names = useWorkerNames();
  const textOf = useTextOf();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const save = useCommand<Fields>({
    run: ({ score, coefficient, award }) =>
      api.monthFacts.score(centre.id, [
        { workerNo: row.workerNo, period, score: score?.trim() || undefined, coefficient: coefficient.trim(), award },
      ]),
    touches: [...touched(centre.id, period)],
    done: t('done.saved'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  return (
    <Form<Fields>
      name="score"
      form={form}
      layout="vertical"
      initialValues={{
        score: row.result?.score ?? undefined,
        coefficient: row.result?.coefficient ?? '1',
        award: row.result?.award ?? '0',
      }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={save.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <p>
        <strong>{names.get(row.workerNo) ?? row.workerNo}</strong>
      </p>
      <div className="form-row">
        <Form.Item name="score" label={t('score.score')}>
          <Input inputMode="decimal" maxLength={7} />
        </Form.Item>
        <Form.Item
          name="coefficient"
          label={t('score.coefficient')}
          extra={t('score.coefficientHint')}
          rules={[{ required: true, message: t('common:required') }]}
        >
          <Input inputMode="decimal" maxLength={8} />
        </Form.Item>
        <Form.Item name="award" label={t('score.award')} rules={[amountRule(t('common:amountWrong'))]}>
          <AmountInput />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" block loading={save.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}
