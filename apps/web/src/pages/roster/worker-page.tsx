import { OPEN_END } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Dropdown, Form, Input, Modal, Select, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, type TimelineRow, type WorkerDetail } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { grouped } from '../../shared/money';
import { Page } from '../../shared/page';
import { ProblemAlert } from '../../shared/problem-view';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { TableFrame } from '../../shared/table/table-frame';
import { Tag } from '../../shared/tag';
import { Who } from '../../shared/who';
import { BankCards } from './bank-cards';
import { WorkerMatters } from '../dispatch/worker-matters';
import { ChangeDialog, CHANGES } from './change-dialog';
import { FundSplits } from './fund-splits';
import { type ChangeKind, openFact } from './current-values';
import { useUnits } from './queries';
import { useAgencyNames } from '../runs/queries';

/** One person, masked, with everything recorded on both time axes. */
export default function WorkerPage(): ReactElement {
  const { t } = useTranslation(['roster', 'changes']);
  const no = Number(useParams().no);
  const centre = useCentre();
  const { can } = useSession();
  const [revealing, setRevealing] = useState(false);
  const [change, setChange] = useState<ChangeKind>();
  const worker = useQuery({ queryKey: ['worker', centre.id, no], queryFn: () => api.workers.get(centre.id, no) });
  const name = worker.data?.name ?? t('numbered', { no });
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={t('numbered', { no })}
      actions={
        worker.data && (
          <>
            {can('roster:write') && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: CHANGES.map((key) => ({ key, label: t(`changes:kind.${key}`), danger: key === 'end' })),
                  onClick: ({ key }) => setChange(key as ChangeKind),
                }}
              >
                <Button type="primary" icon={<Icon name="edit" />}>
                  {t('changes:button')}
                </Button>
              </Dropdown>
            )}
            {can('worker:reveal') && (
              <Button icon={<Icon name="eye" />} onClick={() => setRevealing(true)}>
                {t('reveal.button')}
              </Button>
            )}
          </>
        )
      }
    >
      <QueryView query={worker}>
        {(data) => (
          <div className="stack">
            <Card size="small" title={t('basics')}>
              <Basics worker={data} />
            </Card>
            <BankCards no={no} />
            <WorkerMatters no={no} />
            <FundSplits no={no} />
            <Card size="small" title={t('timeline.title')}>
              <p className="soft card-about">{t('timeline.about')}</p>
              <Timeline no={no} rows={data.timeline} />
            </Card>
          </div>
        )}
      </QueryView>
      {worker.data && <ChangeDialog worker={worker.data} kind={change} onClose={() => setChange(undefined)} />}
      <RevealDialog no={no} open={revealing} onClose={() => setRevealing(false)} />
    </Page>
  );
}

function Basics({ worker }: { worker: WorkerDetail }): ReactElement {
  const { t } = useTranslation('roster');
  const valueOf = (kind: TimelineRow['kind'], name: string): string => {
    const value = openFact(worker, kind)?.values[name];
    return value === null || value === undefined ? '–' : String(value);
  };
  const facts: [string, string][] = [
    [t('column.idNumber'), worker.idNumberMasked],
    [t('sexLabel'), t(`sex.${worker.sex}`)],
    [t('birthDate'), worker.birthDate],
    [t('column.phone'), valueOf('phone', 'phoneMasked')],
    [t('bankCard'), valueOf('bankCard', 'bankCardMasked')],
    [t('column.joinedOn'), valueOf('engagement', 'joinedOn')],
    [t('column.grade'), valueOf('grade', 'gradeCode')],
    [t('column.post'), valueOf('grade', 'postCode')],
  ];
  return (
    <dl className="figures small">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Timeline({ no, rows }: { no: number; rows: readonly TimelineRow[] }): ReactElement {
  const { t } = useTranslation(['roster', 'changes']);
  const centre = useCentre();
  const { can } = useSession();
  const [ask, dialog] = useAsk();
  const retract = useCommand<{ row: TimelineRow; reason: string }>({
    run: ({ row: { kind, factId }, reason }) => api.workers.retract(centre.id, no, factId, { kind, reason }),
    touches: [['worker'], ['workers'], ['readiness']],
    onRefused: () => undefined,
  });
  const said = useSaid();
  const sorted = [...rows].sort(
    (a, b) => b.from.localeCompare(a.from) || (b.knownSince ?? '').localeCompare(a.knownSince ?? ''),
  );
  return (
    <TableFrame label={t('timeline.title')}>
      <Table<TimelineRow>
        size="small"
        rowKey="factId"
        dataSource={sorted}
        pagination={sorted.length > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 1090 }}
        aria-label={t('timeline.title')}
        columns={[
          { title: t('timeline.kind'), width: 110, render: (_, { kind }) => t(`fact.${kind}`) },
          {
            title: t('timeline.valid'),
            width: 176,
            render: (_, { from, to }) => (
              <span className="number">
                {to === OPEN_END ? t('timeline.since', { from }) : t('timeline.range', { from, to })}
              </span>
            ),
          },
          { title: t('timeline.values'), width: 280, render: (_, row) => said(row) },
          {
            title: t('timeline.state'),
            width: 100,
            render: (_, { retracted, inForce }) =>
              retracted ? (
                <Tag tone="bad">{t('timeline.retracted')}</Tag>
              ) : inForce.length > 0 ? (
                <Tag tone="good">{t('timeline.inForce')}</Tag>
              ) : (
                <Tag tone="plain">{t('timeline.replaced')}</Tag>
              ),
          },
          {
            title: t('timeline.knownSince'),
            width: 150,
            render: (_, { knownSince }) => <span className="number">{formatInstant(knownSince)}</span>,
          },
          { title: t('timeline.by'), width: 130, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
          { title: t('timeline.reason'), width: 120, render: (_, { reason }) => reason ?? '' },
          ...(can('roster:write')
            ? [
                {
                  title: t('common:actions'),
                  width: 84,
                  render: (_: unknown, row: TimelineRow) =>
                    row.retracted || row.inForce.length === 0 || row.kind === 'bankCard' ? null : (
                      <Button
                        size="small"
                        onClick={() =>
                          ask({
                            title: t('changes:retract.title'),
                            text: (
                              <>
                                <p>
                                  <strong>{t(`fact.${row.kind}`)}</strong> {said(row)}
                                </p>
                                <p className="soft">{t('changes:retract.text')}</p>
                              </>
                            ),
                            confirm: t('changes:retract.button'),
                            danger: true,
                            reason: true,
                            act: (reason) => retract.mutateAsync({ row, reason }),
                          })
                        }
                      >
                        {t('changes:retract.button')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {dialog}
    </TableFrame>
  );
}

/** Values that are codes with words of their own. */
const CODED = new Set(['endReason', 'postKind', 'ground', 'category']);

/** A fact's values in words: names for ids, yes and no, amounts grouped. */
function useSaid(): (row: TimelineRow) => string {
  const { t } = useTranslation('roster');
  const units = useUnits();
  const agencyName = useAgencyNames();
  const unitName = new Map((units.data ?? []).map(({ id, name }) => [id, name]));
  const word = (name: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (name === 'agencyId') return agencyName(String(value));
    if (name === 'orgUnitId') return unitName.get(String(value)) ?? `…${String(value).slice(-6)}`;
    if (name === 'status') return t(`status.${value}`);
    if (CODED.has(name)) return t(`${name}.${value}`);
    return grouped(String(value));
  };
  return ({ values }) =>
    Object.entries(values)
      .flatMap(([name, value]) =>
        value === null ? [] : [`${t(`value.${name}`, { defaultValue: name })}${t('colon')}${word(name, value)}`],
      )
      .join(t('semicolon'));
}

interface RevealFields {
  what: 'idNumber' | 'phone' | 'bankCard' | 'protection';
  purpose: string;
}

/** One full value for a purpose that is recorded; it is shown in this dialog alone and kept nowhere. */
function RevealDialog({ no, open, onClose }: { no: number; open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation('roster');
  return (
    <Modal open={open} title={t('reveal.title')} footer={null} onCancel={onClose} destroyOnHidden width={460}>
      <RevealForm no={no} />
    </Modal>
  );
}

function RevealForm({ no }: { no: number }): ReactElement {
  const { t } = useTranslation('roster');
  const centre = useCentre();
  const [refused, setRefused] = useState<unknown>();
  const reveal = useCommand<RevealFields, { value: string }>({
    run: (fields) => api.workers.reveal(centre.id, no, fields),
    touches: [],
    onRefused: setRefused,
  });
  return (
    <Form<RevealFields>
      name="reveal"
      layout="vertical"
      initialValues={{ what: 'idNumber' }}
      onValuesChange={() => reveal.reset()}
      onFinish={(fields) => {
        setRefused(undefined);
        reveal.mutate(fields);
      }}
    >
      <p className="soft">{t('reveal.about')}</p>
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="what" label={t('reveal.what')}>
        <Select
          options={(['idNumber', 'phone', 'bankCard', 'protection'] as const).map((value) => ({
            value,
            label: t(`reveal.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('reveal.purpose')}
        rules={[{ required: true, whitespace: true, message: t('reveal.purposeMissing') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      {reveal.data && (
        <p role="status">
          {t('reveal.value')}
          {t('colon')}
          <strong className="number">{reveal.data.value}</strong>
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={reveal.isPending} block>
        {t('reveal.submit')}
      </Button>
    </Form>
  );
}
