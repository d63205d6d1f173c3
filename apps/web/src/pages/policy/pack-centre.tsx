import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackEffect, PeriodImpact } from '../../shared/api';
import { fenOf, grouped, Money } from '../../shared/money';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';

type Centre = PackEffect['centres'][number];
type Person = PeriodImpact['persons'][number];

const AMOUNTS = [
  ...(['cost', 'gross', 'employeeInsurance', 'employeeFund', 'tax', 'net'] as const),
  ...(['employerInsurance', 'employerFund'] as const),
];

/** One centre: its months with their differences, the people of each, and what the fund says to it. */
export function PackCentre({ centre }: { centre: Centre }): ReactElement {
  const { t } = useTranslation('policy');
  const figures = AMOUNTS.map((name) => ({
    ...{ key: name, title: t(`amount.${name}`), width: 105, figures: true },
    render: (_: unknown, { difference }: PeriodImpact | Person) => (
      <Money value={difference[name]} strong={name === 'cost'} />
    ),
  }));
  return (
    <section className="pack-centre" aria-label={centre.centreName}>
      {centre.funds.map((fund) => {
        const { name, fiscalYear: year } = fund;
        const short = fenOf(fund.short) > 0;
        const text = t('fund', {
          name,
          year,
          difference: grouped(fund.difference),
          available: grouped(fund.available),
        });
        const verdict = short ? t('fundShort', { short: grouped(fund.short) }) : t('fundFits');
        return (
          <Alert key={fund.fundId} type={short ? 'error' : 'info'} showIcon title={text} description={verdict} />
        );
      })}
      {centre.periods.flatMap(({ period, unknown }) =>
        unknown.map(({ code, people, message }) => (
          <Alert key={period + code} type="warning" showIcon title={t('unknown', { period, people, message })} />
        )),
      )}
      {centre.skipped.map(({ period, message }) => (
        <Alert key={period} type="warning" showIcon title={t('skipped', { period, message })} />
      ))}
      {centre.periods.length > 0 && (
        <DataTable<PeriodImpact>
          name="pack-periods"
          label={centre.centreName}
          size="small"
          rows={centre.periods}
          rowKey={({ period }) => period}
          empty={null}
          expandable={{
            rowExpandable: ({ persons }) => persons.length > 0,
            expandedRowRender: (period) => <People period={period} figures={figures} />,
          }}
          columns={[
            { key: 'period', title: t('period'), width: 100, dataIndex: 'period' },
            { key: 'state', title: t('statusLabel'), width: 90, render: (_, { state }) => <StateTag state={state} /> },
            {
              ...{ key: 'affected', title: t('affected'), width: 110, figures: true },
              render: (_, { affected, people }) => t('ofPeople', { affected, people }),
            },
            ...figures,
          ]}
        />
      )}
    </section>
  );
}

function StateTag({ state }: Pick<PeriodImpact, 'state'>): ReactElement {
  const { t } = useTranslation('policy');
  return <Tag tone={state === 'paid' ? 'warn' : state === 'open' ? 'work' : 'plain'}>{t(`state.${state}`)}</Tag>;
}

interface Figure {
  key: string;
  title: string;
  width: number;
  figures: boolean;
  render: (_: unknown, row: PeriodImpact | Person) => ReactElement;
}

function People({ period, figures }: { period: PeriodImpact; figures: readonly Figure[] }): ReactElement {
  const { t } = useTranslation('policy');
  return (
    <>
      {period.persons.length < period.affected && <p>{t('personsShown', { count: period.persons.length })}</p>}
      <DataTable<Person>
        name="pack-people"
        label={`${period.period} ${t('affected')}`}
        size="small"
        rows={period.persons}
        rowKey={({ workerNo }) => workerNo}
        empty={null}
        columns={[
          {
            ...{ key: 'person', title: t('person'), width: 220 },
            render: (_, { workerNo, name, excluded }) => (
              <>
                <span className="code">{workerNo}</span> {name}
                {excluded !== null && <div className="soft">{t('excluded', { code: excluded })}</div>}
              </>
            ),
          },
          ...figures,
        ]}
      />
    </>
  );
}
