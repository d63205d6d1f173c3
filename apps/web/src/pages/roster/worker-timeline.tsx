import { type LocalDate, OPEN_END } from '@gridstaff/kernel';
import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type TimelineRow } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { grouped } from '../../shared/money';
import { useCentre, useSession } from '../../shared/session';
import { TableFrame } from '../../shared/table/table-frame';
import { Tag } from '../../shared/tag';
import { Who } from '../../shared/who';
import { useAgencyNames } from '../runs/queries';
import { useFieldName } from '../tags/field-queries';
import { useTagName } from '../tags/queries';
import { useUnits } from './queries';

/** Everything recorded about one person, on both time axes. */
interface Props {
  no: number;
  rows: readonly TimelineRow[];
  /** What holds on this day alone. */
  on: LocalDate | undefined;
  /** Somebody looks back: nothing is taken back from there. */
  past: boolean;
}

const holdsOn = ({ inForce }: TimelineRow, on: LocalDate): boolean =>
  inForce.some(({ from, to }) => from <= on && on < to);

export function WorkerTimeline({ no, rows, on, past }: Props): ReactElement {
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
  const shown = on === undefined ? [...rows] : rows.filter((row) => holdsOn(row, on));
  const sorted = shown.sort(
    (a, b) => b.from.localeCompare(a.from) || (b.knownSince ?? '').localeCompare(a.knownSince ?? ''),
  );
  return (
    <TableFrame label={t('timeline.title')}>
      <Table<TimelineRow>
        size="small"
        rowKey="factId"
        dataSource={sorted}
        pagination={sorted.length > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 1120 }}
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
          {
            ...{ title: t('timeline.reason'), width: 150 },
            render: (_, { reason, batchId, fileName }) => (
              <>
                {reason}
                {batchId !== null && <small className="soft"> {fileName ?? t('timeline.bulk')}</small>}
              </>
            ),
          },
          ...(can('roster:write') && !past
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
const CODED = new Set([
  ...[
    'endReason',
    'statusReason',
    'postKind',
    'ground',
    'category',
    'level',
    'politicalStatus',
    'addressUse',
    'relation',
    'phoneUse',
  ],
]);

/** A fact's values in words: names for ids, yes and no, amounts grouped. */
function useSaid(): (row: TimelineRow) => string {
  const { t } = useTranslation('roster');
  const units = useUnits();
  const agencyName = useAgencyNames();
  const tagName = useTagName();
  const fieldName = useFieldName();
  const unitName = new Map((units.data ?? []).map(({ id, name }) => [id, name]));
  const word = (name: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (name === 'agencyId') return agencyName(String(value));
    if (name === 'orgUnitId') return unitName.get(String(value)) ?? `…${String(value).slice(-6)}`;
    if (name === 'fieldCode') return fieldName(String(value));
    if (name === 'tagCode') return tagName(String(value));
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
