import { Card, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardChange } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { QueryView } from '../../shared/query-view';
import { TableFrame } from '../../shared/table/table-frame';
import { Tag, type Tone } from '../../shared/tag';
import { Who } from '../../shared/who';
import { CardActions, CardMove } from '../card-changes/card-actions';
import { useCardsOf } from '../card-changes/queries';

const TONES: Record<CardChange['status'], Tone> = {
  proposed: 'warn',
  approved: 'good',
  returned: 'bad',
  withdrawn: 'plain',
};

/** Every other card that was ever proposed for the person: who proposed, who decided, what came of it. The first card is in the timeline alone. */
export function BankCards({ no }: { no: number }): ReactElement | null {
  const { t } = useTranslation('cards');
  const query = useCardsOf(no);
  if (query.data?.length === 0) return null;
  return (
    <Card size="small" title={t('history')}>
      <QueryView query={query} rows={2} inline>
        {(changes) => (
          <TableFrame label={t('history')}>
            <Table<CardChange>
              size="small"
              rowKey="id"
              dataSource={[...changes].reverse()}
              pagination={false}
              scroll={{ x: 1180 }}
              aria-label={t('history')}
              columns={[
                {
                  ...{ title: t('column.status'), width: 90 },
                  render: (_, { status }) => <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>,
                },
                { title: t('column.move'), width: 300, render: (_, change) => <CardMove change={change} /> },
                {
                  ...{ title: t('column.from'), width: 110 },
                  render: (_, { from }) => <span className="number">{from}</span>,
                },
                {
                  ...{ title: t('column.proposed'), width: 170 },
                  render: (_, { proposedBy, proposedAt }) => <Act by={proposedBy} at={proposedAt} />,
                },
                {
                  ...{ title: t('column.decided'), width: 170 },
                  render: (_, { decidedBy, decidedAt }) =>
                    decidedBy && decidedAt ? <Act by={decidedBy} at={decidedAt} /> : '–',
                },
                {
                  ...{ title: t('column.reason'), width: 160 },
                  render: (_, { reason, opinion }) => [reason, opinion].filter(Boolean).join(t('semicolon')),
                },
                { title: t('common:actions'), width: 180, render: (_, change) => <CardActions change={change} /> },
              ]}
            />
          </TableFrame>
        )}
      </QueryView>
    </Card>
  );
}

function Act({ by, at }: { by: string; at: string }): ReactElement {
  return (
    <>
      <Who id={by} />
      <br />
      <span className="soft number">{formatInstant(at)}</span>
    </>
  );
}
