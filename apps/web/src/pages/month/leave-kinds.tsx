import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeaveKind } from '../../shared/api';
import { QueryView } from '../../shared/query-view';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { useLeaveKinds } from './queries';

type Limit = LeaveKind['limits'][number];

/** How a kind of leave is called in the language of the screen. */
export function useKindName(): (code: string) => string {
  const { i18n } = useTranslation();
  const kinds = useLeaveKinds();
  return (code) => {
    const kind = kinds.data?.find((entry) => entry.code === code);
    return (i18n.language.startsWith('zh') ? kind?.zh : kind?.en) ?? code;
  };
}

/** Every kind with its limits in force and where they stand. */
export function LeaveKindsTable(): ReactElement {
  const { t } = useTranslation('month');
  const kinds = useLeaveKinds();
  const nameOf = useKindName();
  const said = ({ per, days, hours, months, steps, extra }: Limit): string => {
    const main =
      per === 'service'
        ? steps.map((step) => t('balance.per.step', step)).join('; ')
        : per === 'case' && days === null
          ? t('balance.per.caseMonths', { months })
          : t(`balance.per.${per}`, { days, hours });
    return [
      main,
      ...extra.map(({ what, days: more }) => t(`balance.extra.${what}`, { days: more, defaultValue: what })),
    ].join('; ');
  };
  return (
    <>
      <p className="soft">{t('balance.kindsAbout')}</p>
      <QueryView query={kinds} inline>
        {(list) => (
          <DataTable<LeaveKind>
            name="leave-kinds"
            label={t('balance.kinds')}
            size="small"
            rows={list}
            rowKey={({ code }) => code}
            empty={null}
            columns={[
              { key: 'mark', title: t('balance.mark'), width: 60, dataIndex: 'mark' },
              { key: 'kind', title: t('balance.kind'), width: 150, render: (_, { code }) => nameOf(code) },
              { key: 'pay', title: t('balance.pay'), width: 130, render: (_, { pay }) => t(`kind.${pay}`) },
              {
                ...{ key: 'limit', title: t('balance.limit'), width: 220 },
                render: (_, { limits, over }) => {
                  const limit = limits.at(-1);
                  return (
                    <>
                      {limit ? said(limit) : t('balance.noLimit')}{' '}
                      {over === 'refuse' && <Tag tone="warn">{t('balance.refused')}</Tag>}
                    </>
                  );
                },
              },
              {
                ...{ key: 'source', title: t('balance.source'), width: 260 },
                render: (_, { limits }) => {
                  const limit = limits.at(-1);
                  return (
                    limit && (
                      <>
                        {limit.source} <span className="soft">{t('balance.from', { date: limit.from })}</span>{' '}
                        {limit.confidence === 'unconfirmed' && <Tag tone="warn">{t('balance.unconfirmed')}</Tag>}
                      </>
                    )
                  );
                },
              },
            ]}
          />
        )}
      </QueryView>
    </>
  );
}
