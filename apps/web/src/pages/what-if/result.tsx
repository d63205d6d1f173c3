import { formatYuan } from '@gridstaff/kernel';
import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { fenOf, grouped, Money } from '../../shared/money';
import type { Column } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';

type Month = WhatIf['months'][number];

/** Fund before and after, then every month. */
export function WhatIfResult({ answer }: { answer: WhatIf }): ReactElement {
  const { t } = useTranslation('whatIf');
  const { fund, funds, months, now, then, difference, leftOut, changes } = answer;
  const [own, ...others] = funds;
  return (
    <>
      <Card size="small" title={fund.name}>
        <Verdict left={fund.leftThen} />
        <Bar label={t('now')} fund={fund} forecast={own?.now ?? now.total} left={fund.leftNow} />
        <Bar label={t('then')} fund={fund} forecast={own?.then ?? then.total} left={fund.leftThen} />
        <p>
          {t('changes', {
            ...{ grades: changes.grades.length, bases: changes.bases },
            ...{ hires: changes.hires, leaving: changes.leaving.length },
          })}
        </p>
        {leftOut.length > 0 && <Alert type="warning" showIcon title={t('leftOut', { count: leftOut.length })} />}
      </Card>
      {others.map((part) => (
        <Card key={part.fundId} size="small" title={part.name}>
          <Verdict left={part.leftThen} />
          <dl className="figures small">
            {(['available', 'now', 'then', 'leftThen'] as const).map((key) => (
              <div key={key}>
                <dt>{t(key === 'leftThen' ? 'left' : key)}</dt>
                <dd>
                  <Money value={part[key]} />
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
      <Card size="small">
        <Months months={months} />
        <p>{t('sum', { now: grouped(now.total), then: grouped(then.total), difference: grouped(difference.total) })}</p>
      </Card>
    </>
  );
}

/** Whether the months of the scenario fit into the fund. */
function Verdict({ left }: { left: string }): ReactElement {
  const { t } = useTranslation('whatIf');
  const short = fenOf(left) < 0;
  const text = short ? t('short', { amount: grouped(formatYuan(-fenOf(left))) }) : t('fits', { amount: grouped(left) });
  return <Alert type={short ? 'error' : 'success'} showIcon style={{ marginBottom: 12 }} title={text} />;
}

function Bar({
  label,
  fund,
  forecast,
  left,
}: {
  label: string;
  fund: WhatIf['fund'];
  forecast: string;
  left: string;
}): ReactElement {
  const { t } = useTranslation('whatIf');
  const { granted, paid, reserved } = fund.balances;
  const whole = Math.max(fenOf(granted), 1);
  const share = (yuan: string): string => `${Math.min(100, (fenOf(yuan) / whole) * 100).toFixed(2)}%`;
  const spoken = { label, paid: share(paid), reserved: share(reserved), forecast: share(forecast) };
  return (
    <section aria-label={label}>
      <dl className="figures small">
        {(
          [
            ['granted', granted],
            ['paid', paid],
            ['reserved', reserved],
            ['forecast', forecast],
            ['left', left],
          ] as const
        ).map(([key, value]) => (
          <div key={key}>
            <dt>{key === 'granted' ? `${label} · ${t(key)}` : t(key)}</dt>
            <dd>
              <Money value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="fund-bar" role="img" aria-label={t('spoken', spoken)}>
        <div className="part paid" style={{ width: share(paid) }} />
        <div className="part reserved" style={{ width: share(reserved) }} />
      </div>
    </section>
  );
}

function Months({ months }: { months: readonly Month[] }): ReactElement {
  const { t } = useTranslation('whatIf');
  const money = (key: string, title: string, of: (month: Month) => string): Column<Month> => ({
    ...{ key, title, width: 140, figures: true },
    render: (_, month) => <Money value={of(month)} />,
  });
  return (
    <DataTable<Month>
      name="what-if"
      label={t('months')}
      size="small"
      rows={months}
      rowKey={({ period }) => period}
      empty={<EmptyHint title={t('empty')} />}
      columns={[
        { key: 'period', title: t('month'), width: 100, dataIndex: 'period' },
        { key: 'payDate', title: t('payDate'), width: 120, dataIndex: 'payDate' },
        {
          key: 'people',
          title: t('people'),
          width: 120,
          render: (_, { now, then }) => `${now.people} → ${then.people}`,
        },
        money('now', t('now'), ({ now }) => now.total),
        money('gross', t('gross'), ({ then }) => then.gross),
        money('employer', t('employer'), ({ then }) => then.employer),
        money('fee', t('fee'), ({ then }) => then.fee),
        money('then', t('then'), ({ then }) => then.total),
        money('difference', t('difference'), ({ difference }) => difference.total),
      ]}
    />
  );
}
