import { Alert, Card } from 'antd';
import { formatYuan } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fund, RunDetail, Yuan } from '../../shared/api';
import { FundBar, StandingTag } from '../../shared/fund-bar';
import { useForecast, useFunds } from '../../shared/funds';
import { fenOf, grouped } from '../../shared/money';
import { useCentre, useSession } from '../../shared/session';
import { costOf } from './run-amounts';

const BEFORE_APPROVAL = ['calculated', 'submitted', 'checked'];

/** The funds that bear the run, and whether it fits into each of them. */
export function RunFund({ run }: { run: RunDetail }): ReactElement | null {
  const { can } = useSession();
  const centre = useCentre();
  const funds = useFunds(centre.id, run.fiscalYear, can('fund:read'));
  const parts = run.funds.length > 0 ? run.funds : [{ fundId: run.fundId, due: costOf(run) }];
  return (
    <>
      {parts.map(({ fundId, due }) => {
        const fund = funds.data?.find(({ id }) => id === fundId);
        return fund && <FundCard key={fundId} run={run} fund={fund} cost={due} />;
      })}
    </>
  );
}

function FundCard({ run, fund, cost }: { run: RunDetail; fund: Fund; cost: Yuan }): ReactElement {
  const { t } = useTranslation('runs');
  const forecast = useForecast(fund, fund.id === run.fundId && BEFORE_APPROVAL.includes(run.status));
  const left = fenOf(fund.balances.available) - fenOf(cost);
  return (
    <Card
      size="small"
      title={
        <>
          {fund.name} <StandingTag fund={fund} forecast={forecast} />
        </>
      }
    >
      {BEFORE_APPROVAL.includes(run.status) && (
        <Alert
          type={left < 0 ? 'error' : 'info'}
          showIcon
          style={{ marginBottom: 12 }}
          title={
            left < 0
              ? t('fund.short', { cost: grouped(cost), short: grouped(formatYuan(-left)) })
              : t('fund.fits', { cost: grouped(cost), left: grouped(formatYuan(left)) })
          }
        />
      )}
      <FundBar fund={fund} forecast={forecast} />
    </Card>
  );
}
