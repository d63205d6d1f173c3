import { Button, Checkbox, Select, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import type { DispatchExpiry } from '../../shared/api/dispatch-calls';
import { EmptyHint } from '../../shared/empty';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag, type Tone } from '../../shared/tag';
import { DecideDialog, type Deciding } from './decide-dialog';
import { ExportButton } from '../exports/export-button';
import { useKindName } from '../documents/queries';
import { useExpiries } from './queries';
import { DecisionWords, SubjectLink } from './subject-link';

const KINDS = ['contract', 'probation', 'certificate', 'document', 'id_card', 'retirement', 'licence', 'agreement'] as const;
const TONES: Record<DispatchExpiry['stage'], Tone> = { overdue: 'bad', d7: 'bad', d30: 'warn', d60: 'info' };

/** What ended or ends within sixty days, nearest first. */
export function Expiries({ workerNo }: { workerNo?: number }): ReactElement {
  const { t } = useTranslation('dispatch');
  const centre = useCentre();
  const { can } = useSession();
  const [closed, setClosed] = useState(false);
  const [kind, setKind] = useState<DispatchExpiry['kind']>();
  const [deciding, setDeciding] = useState<Deciding>();
  const query = useExpiries(centre.id, { workerNo, closed });
  const documentName = useKindName('worker');
  const whatOf = ({ kind: one, label }: DispatchExpiry): string =>
    label === null
      ? t(`kind.${one}`)
      : t('kindOf', { kind: t(`kind.${one}`), label: one === 'document' ? documentName(label) : label });
  const rows = query.data?.filter((one) => kind === undefined || one.kind === kind);
  if (query.error && !query.data) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <>
      <div className="filter-row">
        {workerNo === undefined && (
          <Select
            allowClear
            aria-label={t('expiries.kind')}
            placeholder={t('expiries.kind')}
            style={{ width: 200 }}
            value={kind}
            onChange={(value?: DispatchExpiry['kind']) => setKind(value)}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
        <Checkbox checked={closed} onChange={({ target }) => setClosed(target.checked)}>
          {t('expiries.closedToo')}
        </Checkbox>
        {workerNo === undefined && rows !== undefined && rows.length > 0 && (
          <ExportButton
            shown={(['date', 'stage', 'no', 'who', 'what', 'label', 'decision', 'reason', 'decisionUntil'] as const).map((key) => ({ key, title: t(`file.${key}`) }))}
            count={rows.length}
            ask={(centreId, wish) => api.exportTasks.expiries(centreId, { kind, ...(closed && { closed }) }, wish)}
          />
        )}
      </div>
      <DataTable<DispatchExpiry>
        name="dispatch-expiries"
        label={t('part.expiries')}
        size="small"
        rows={rows}
        rowKey={({ key }) => key}
        empty={<EmptyHint icon="ok" title={t('expiries.none')} text={t('expiries.noneText')} />}
        columns={[
          {
            ...{ key: 'stage', title: t('stage'), width: 120, always: true },
            render: (_, { stage, daysLeft }) => (
              <Tag tone={TONES[stage]} icon={stage === 'overdue' ? 'warn' : 'clock'}>
                {daysLeft < 0 ? t('daysAgo', { count: -daysLeft }) : t('daysLeft', { count: daysLeft })}
              </Tag>
            ),
          },
          {
            ...{ key: 'date', title: t('date'), width: 120, always: true },
            render: (_, { date }) => <span className="number">{date}</span>,
          },
          ...(workerNo === undefined
            ? [
                {
                  ...{ key: 'who', title: t('who'), width: 150, always: true },
                  render: (_: unknown, one: DispatchExpiry) => <SubjectLink subject={one} />,
                },
              ]
            : []),
          { key: 'what', title: t('what'), width: 220, always: true, render: (_, one) => whatOf(one) },
          {
            ...{ key: 'decision', title: t('decision'), width: 240 },
            render: (_, { decision }) => <DecisionWords decision={decision} />,
          },
          ...(can('roster:write')
            ? [
                {
                  ...{ key: 'do', title: t('common:actions'), width: 170, always: true },
                  render: (_: unknown, one: DispatchExpiry) => (
                    <Space size={4}>
                      {(one.closed ? (['reopen'] as const) : (['done', 'postpone'] as const)).map((act) => (
                        <Button
                          key={act}
                          size="small"
                          onClick={() => setDeciding({ key: one.key, act, about: `${one.name} ${whatOf(one)} ${one.date}` })}
                        >
                          {t(`act.${act}`)}
                        </Button>
                      ))}
                    </Space>
                  ),
                },
              ]
            : []),
        ]}
      />
      <DecideDialog deciding={deciding} onClose={() => setDeciding(undefined)} />
    </>
  );
}
