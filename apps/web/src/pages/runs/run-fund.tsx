import { Alert, Card } from 'antd';
import { formatYuan } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayRun } from '../../shared/api';
import { FundBar, StandingTag } from '../../shared/fund-bar';
import { useForecast, useFunds } from '../../shared/funds';
import { fenOf, grouped } from '../../shared/money';
import { useCentre, useSession } from '../../shared/session';
import { costOf } from './run-amounts';

const BEFORE_APPROVAL = ['calculated', 'submitted', 'checked'];

/** The fund that the run is paid from, and whether the run fits into it. */
export function RunFund({ run }: { run: PayRun }): ReactElement | null {
  const { t } = useTranslation('runs');
  const { can } = useSession();
  const centre = useCentre();
  const funds = useFunds(centre.id, run.fiscalYear, can('fund:read'));
  const fund = funds.data?.find(({ id }) => id === run.fundId);
  const forecast = useForecast(fund, BEFORE_APPROVAL.includes(run.status));
  if (!fund) return null;
  const left = fenOf(fund.balances.available) - fenOf(costOf(run));
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
              ? t('fund.short', { cost: grouped(costOf(run)), short: grouped(formatYuan(-left)) })
              : t('fund.fits', { cost: grouped(costOf(run)), left: grouped(formatYuan(left)) })
          }
        />
      )}
      <FundBar fund={fund} forecast={forecast} />
    </Card>
  );
}
