import { formatYuan } from '@gridstaff/kernel';
import { Button, Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, type SettlementDetail } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { fenOf, grouped, Money } from '../../shared/money';
import { Page } from '../../shared/page';
import { PrintFoot } from '../../shared/print-foot';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Who } from '../../shared/who';
import { useAgencyNames } from '../runs/queries';
import { PaymentDialog } from './payment-dialog';
import { settlementKeys, useSettlement } from './queries';
import { SettlementTag } from './settlement-tag';

export default function SettlementPage(): ReactElement {
  const { t } = useTranslation('settlements');
  const id = useParams().id ?? '';
  const settlement = useSettlement(id);
  const agencyName = useAgencyNames();
  const name = settlement.data
    ? t('name', { agency: agencyName(settlement.data.agencyId), period: settlement.data.period })
    : t('title');
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={settlement.data && <SettlementTag status={settlement.data.status} />}
      actions={settlement.data && <Actions settlement={settlement.data} />}
    >
      <QueryView query={settlement}>{(data) => <Body settlement={data} />}</QueryView>
    </Page>
  );
}

function Actions({ settlement }: { settlement: SettlementDetail }): ReactElement {
  const { t } = useTranslation('settlements');
  const { can } = useSession();
  const [ask, dialog] = useAsk();
  const [paying, setPaying] = useState(false);
  const confirm = useCommand({
    run: () => api.settlements.confirm(settlement.id),
    touches: [settlementKeys.all, ['runs']],
    done: t('confirmed'),
    onRefused: () => undefined,
  });
  return (
    <>
      {settlement.status === 'prepared' && can('settlement:settle') && (
        <Button
          type="primary"
          onClick={() =>
            ask({
              title: t('confirm.title'),
              text: t('confirm.text', { total: grouped(settlement.total) }),
              confirm: t('confirm.do'),
              act: () => confirm.mutateAsync(),
            })
          }
        >
          {t('confirm.do')}
        </Button>
      )}
      {settlement.status === 'confirmed' && can('settlement:pay') && (
        <Button type="primary" onClick={() => setPaying(true)}>
          {t('pay.button')}
        </Button>
      )}
      <Link to={`/runs/${settlement.runId}`}>
        <Button tabIndex={-1} icon={<Icon name="runs" />}>
          {t('toRun')}
        </Button>
      </Link>
      <Button
        icon={<Icon name="print" />}
        aria-label={t('common:action.print')}
        title={t('common:action.print')}
        onClick={() => window.print()}
      />
      {dialog}
      <PaymentDialog settlement={settlement} open={paying} onClose={() => setPaying(false)} />
    </>
  );
}

function Body({ settlement }: { settlement: SettlementDetail }): ReactElement {
  const { t } = useTranslation('settlements');
  const due = formatYuan(fenOf(settlement.total) - fenOf(settlement.paid));
  const fundOf = (reservationId: string): string =>
    settlement.funds.find((part) => part.reservationId === reservationId)?.name ?? '';
  const figures: [string, string][] = [
    [t('amount.passThrough'), settlement.passThrough],
    [t('amount.fee'), settlement.fee],
    [t('amount.total'), settlement.total],
    [t('amount.paid'), settlement.paid],
    [t('amount.due'), due],
  ];
  return (
    <div className="stack">
      <Card size="small">
        <dl className="figures">
          <div>
            <dt>{t('people')}</dt>
            <dd>{settlement.people}</dd>
          </div>
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>
                {label} <small>{t('common:yuan')}</small>
              </dt>
              <dd>{grouped(value)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className="grid-cards">
        {(['cost', 'use'] as const).map((side) => (
          <Card key={side} size="small" title={t(`side.${side}`)}>
            <DataTable
              name={`settlement-${side}`}
              label={t(`side.${side}`)}
              size="small"
              rows={settlement.lines.filter((line) => line.side === side)}
              rowKey={({ no }) => no}
              empty={<EmptyHint title={t('common:nothingHere')} />}
              columns={[
                {
                  key: 'item',
                  title: t('item'),
                  width: 160,
                  render: (_, { item }) => t(`line.${item}`, { defaultValue: item }),
                },
                {
                  key: 'amount',
                  title: t('amountOf'),
                  unit: `(${t('common:yuan')})`,
                  width: 140,
                  figures: true,
                  render: (_, { amount }) => <Money value={amount} />,
                },
              ]}
            />
          </Card>
        ))}
      </div>
      <Card size="small" title={t('funds')}>
        <DataTable
          name="settlement-funds"
          label={t('funds')}
          size="small"
          rows={settlement.funds}
          rowKey={({ fundId }) => fundId}
          empty={<EmptyHint title={t('common:nothingHere')} />}
          columns={[
            { key: 'fund', title: t('fund'), width: 260, dataIndex: 'name' },
            ...(['amount', 'paid'] as const).map((key) => ({
              ...{ key, title: t(key === 'amount' ? 'amount.total' : 'amount.paid'), width: 140, figures: true },
              unit: `(${t('common:yuan')})`,
              render: (_: unknown, part: SettlementDetail['funds'][number]) => <Money value={part[key]} />,
            })),
          ]}
        />
      </Card>
      <Card size="small" title={t('payments')}>
        <DataTable
          name="payments"
          label={t('payments')}
          size="small"
          rows={settlement.payments}
          rowKey={({ id }) => id}
          empty={<EmptyHint title={t('noPayment')} />}
          columns={[
            { key: 'attempt', title: t('payment.attempt'), width: 70, dataIndex: 'attempt', figures: true },
            { key: 'paidOn', title: t('pay.paidOn'), width: 120, dataIndex: 'paidOn' },
            { key: 'fund', title: t('fund'), width: 200, render: (_, { reservationId }) => fundOf(reservationId) },
            { key: 'documentNo', title: t('pay.documentNo'), width: 200, dataIndex: 'documentNo' },
            {
              key: 'amount',
              title: t('amountOf'),
              unit: `(${t('common:yuan')})`,
              width: 140,
              figures: true,
              render: (_, { amount }) => <Money value={amount} strong />,
            },
            { key: 'by', title: t('payment.by'), width: 130, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
            { key: 'at', title: t('payment.at'), width: 150, render: (_, { recordedAt }) => formatInstant(recordedAt) },
          ]}
        />
      </Card>
      <PrintFoot total={settlement.total} />
    </div>
  );
}
