import { addDays, type LocalDate, OPEN_END } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type AgencyDetail, dispatch, type DispatchAgreement, type DispatchExpiry, type DispatchFinding } from '../../shared/api/dispatch-calls';
import { useAsk } from '../../shared/ask';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { grouped } from '../../shared/money';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { useAgreements, useExpiries, useFindings } from '../dispatch/queries';

type Piece = AgencyDetail['details'][number];
type RateCard = AgencyDetail['fees'][number];

const term = ({ from, to }: { from: LocalDate; to: LocalDate }): string => `${from} – ${to === OPEN_END ? '' : addDays(to, -1)}`;

/** One agency as of a day: licence and account, rate cards, agreements, people and contracts, and what the law wants looked at. */
export default function AgencyPage(): ReactElement {
  const { t } = useTranslation('agencies');
  const centre = useCentre();
  const id = useParams().id ?? '';
  const [on, setOn] = useState<LocalDate>();
  const agency = useQuery({ queryKey: ['agencies', centre.id, id, on], queryFn: () => dispatch.agency(centre.id, id, on) });
  const name = agency.data?.name ?? t('title');
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={agency.data?.code}
      actions={<DayInput value={on} onChange={setOn} placeholder={t('on')} aria-label={t('on')} max="2099-12-31" />}
    >
      <QueryView query={agency} inline>
        {(data) => (
          <div className="stack">
            <Standing agency={data} />
            <Card size="small" title={t('fees.title')}>
              <RateCards cards={data.fees} />
            </Card>
            <Card size="small" title={t('agreements.title')}>
              <AgreementsOf id={id} />
            </Card>
            <Matters id={id} />
            <Card size="small" title={t('history')}>
              <Details pieces={data.details} />
            </Card>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Standing({ agency }: { agency: AgencyDetail }): ReactElement {
  const { t } = useTranslation('agencies');
  const { licenceNo, licenceUntil, taxNo, bankName, bankAccount, people, contracts } = agency;
  const ended = licenceUntil !== null && licenceUntil < today();
  const rows: [string, ReactElement | string][] = [
    [t('licenceNo'), licenceNo ?? '–'],
    [t('licenceUntil'), ended ? <Tag tone="bad" icon="warn">{licenceUntil}</Tag> : (licenceUntil ?? '–')],
    [t('taxNo'), taxNo ?? '–'],
    [t('bank'), [bankName, bankAccount].filter((part) => part !== null).join(' ') || '–'],
    [t('people'), t('count', { count: people })],
    [t('contracts'), t('contractsOf', { inForce: contracts.inForce, soon: contracts.endingSoon, without: people - contracts.inForce })],
  ];
  return (
    <Card size="small">
      <dl className="figures small">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function RateCards({ cards }: { cards: readonly RateCard[] }): ReactElement {
  const { t } = useTranslation('agencies');
  const price = ({ amount, rate }: { amount: string | null; rate: string | null }): string =>
    amount === null ? t('fees.rate', { rate }) : t('fees.perHead', { amount: grouped(amount) });
  return (
    <DataTable<RateCard>
      name="agency-fees"
      label={t('fees.title')}
      size="small"
      rows={cards}
      rowKey={({ from }) => from}
      empty={<EmptyHint icon="settle" title={t('fees.none')} />}
      columns={[
        { key: 'term', title: t('term'), width: 210, render: (_, card) => <span className="number">{term(card)}</span> },
        {
          ...{ key: 'price', title: t('fees.price'), width: 420 },
          render: (_, card) =>
            card.tiers === null
              ? price(card)
              : `${t(`fees.${card.tiers.mode}`)} ${card.tiers.steps.map((step) => t('fees.step', { from: step.from, price: price(step) })).join(t('comma'))}`,
        },
      ]}
    />
  );
}

/** What was agreed; one under which nobody has been in post yet may be taken back. */
function AgreementsOf({ id }: { id: string }): ReactElement {
  const { t } = useTranslation('agencies');
  const centre = useCentre();
  const { can } = useSession();
  const [ask, dialog] = useAsk();
  const query = useAgreements(centre.id);
  const takeBack = useCommand<{ agreement: string; reason: string }>({
    run: ({ agreement, reason }) => dispatch.takeBackAgreement(centre.id, agreement, reason),
    touches: [['dispatch']],
    done: t('agreements.takenBack'),
    onRefused: () => undefined,
  });
  return (
    <>
      <DataTable<DispatchAgreement>
        name="agency-agreements"
        label={t('agreements.title')}
        size="small"
        rows={query.data?.filter(({ agencyId }) => agencyId === id)}
        rowKey={({ factId, from }) => `${factId} ${from}`}
        empty={<EmptyHint icon="settle" title={t('agreements.none')} />}
        columns={[
          { key: 'number', title: t('agreements.number'), width: 140, render: (_, { number }) => number ?? '–' },
          { key: 'term', title: t('term'), width: 210, render: (_, one) => <span className="number">{term(one)}</span> },
          { key: 'headcount', title: t('agreements.headcount'), width: 90, render: (_, { headcount }) => headcount ?? '–' },
          { key: 'fee', title: t('agreements.fee'), width: 200, render: (_, { fee }) => fee ?? '–' },
          ...(can('agency:manage')
            ? [
                {
                  ...{ key: 'do', title: t('common:actions'), width: 110 },
                  render: (_: unknown, one: DispatchAgreement) => (
                    <Button
                      size="small"
                      danger
                      onClick={() =>
                        ask({
                          ...{ title: t('agreements.takeBack'), text: t('agreements.takeBackText', { term: term(one) }), confirm: t('agreements.takeBack') },
                          ...{ danger: true, reason: true },
                          act: (reason) => takeBack.mutateAsync({ agreement: one.factId, reason }),
                        })
                      }
                    >
                      {t('agreements.takeBack')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {dialog}
    </>
  );
}

/** What the law wants looked at, and what ends. */
function Matters({ id }: { id: string }): ReactElement {
  const { t, i18n } = useTranslation('agencies');
  const centre = useCentre();
  const findings = useFindings(centre.id);
  const expiries = useExpiries(centre.id);
  const zh = i18n.language.startsWith('zh');
  const own = <M extends { agencyId: string | null }>(all: readonly M[] | undefined): M[] | undefined => all?.filter(({ agencyId }) => agencyId === id);
  const ends = own<DispatchExpiry>(expiries.data) ?? [];
  return (
    <Card size="small" title={t('matters.title')} extra={<Link to="/dispatch">{t('matters.all')}</Link>}>
      <DataTable<DispatchFinding>
        name="agency-findings"
        label={t('matters.title')}
        size="small"
        rows={own<DispatchFinding>(findings.data)}
        rowKey={({ key }) => key}
        empty={<EmptyHint icon="ok" title={t('matters.none')} />}
        columns={[
          {
            ...{ key: 'severity', title: t('matters.severity'), width: 100 },
            render: (_, { severity }) => <Tag tone={severity === 'block' ? 'bad' : 'warn'}>{t(`matters.${severity}`)}</Tag>,
          },
          { key: 'text', title: t('matters.what'), width: 460, render: (_, one) => (zh ? one.text_zh : one.text_en) },
          { key: 'law', title: t('matters.law'), width: 220, render: (_, one) => (zh ? one.law_zh : one.law_en) },
        ]}
      />
      {ends.map(({ key, kind, date }) => (
        <p key={key}>
          <Tag tone="warn">{t('matters.ends')}</Tag> {t(kind === 'licence' ? 'matters.licence' : 'matters.agreement', { date })}
        </p>
      ))}
    </Card>
  );
}

function Details({ pieces }: { pieces: readonly Piece[] }): ReactElement {
  const { t } = useTranslation('agencies');
  return (
    <DataTable<Piece>
      name="agency-details"
      label={t('history')}
      size="small"
      rows={pieces}
      rowKey={({ from }) => from}
      empty={<EmptyHint icon="list" title={t('noHistory')} />}
      columns={[
        { key: 'term', title: t('term'), width: 210, render: (_, piece) => <span className="number">{term(piece)}</span> },
        { key: 'licence', title: t('licenceNo'), width: 160, render: (_, { licenceNo }) => licenceNo ?? '–' },
        { key: 'until', title: t('licenceUntil'), width: 130, render: (_, { licenceUntil }) => licenceUntil ?? '–' },
        { key: 'tax', title: t('taxNo'), width: 180, render: (_, { taxNo }) => taxNo ?? '–' },
        { key: 'bank', title: t('bank'), width: 240, render: (_, { bankName, bankAccount }) => [bankName, bankAccount].filter((part) => part !== null).join(' ') || '–' },
      ]}
    />
  );
}
