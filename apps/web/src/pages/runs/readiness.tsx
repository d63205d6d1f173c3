import { useQuery } from '@tanstack/react-query';
import type { Period } from '@gridstaff/kernel';
import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type PayRun, type ReadinessItem } from '../../shared/api';
import { Icon, type IconName } from '../../shared/icons';
import { QueryView } from '../../shared/query-view';
import { useCentre } from '../../shared/session';
import { Tag, type Tone } from '../../shared/tag';
import './readiness.css';

const LOOK: Record<ReadinessItem['level'], { tone: Tone; icon: IconName; rank: number }> = {
  block: { tone: 'bad', icon: 'stop', rank: 0 },
  left_out: { tone: 'bad', icon: 'warn', rank: 1 },
  warn: { tone: 'warn', icon: 'warn', rank: 2 },
  ok: { tone: 'good', icon: 'ok', rank: 3 },
};
/** Named in the line; the others as a number. */
const NAMED = 6;

const keyOf = ({ check, level, code }: ReadinessItem): string =>
  level === 'ok' || code === null ? `${check}.${level === 'ok' ? 'ok' : 'open'}` : code;

/** Where the item is put right. */
function placeOf({ check, code }: ReadinessItem, period: Period): string | undefined {
  switch (check) {
    case 'period':
      return `/calendar?month=${period}`;
    case 'rules':
      if (code === 'NO_CALENDAR') return `/calendar?month=${period}`;
      return code === 'NO_PAY_SCHEME' ? '/settings?part=scheme' : '/policy';
    case 'attendance':
      return `/month?period=${period}`;
    case 'attendance_close':
      return `/month?period=${period}&part=close`;
    case 'deductions':
      return `/imports?kind=deductions&period=${period}`;
    case 'licences':
      return '/settings?part=agencies';
    case 'one_offs':
      return `/month?period=${period}&part=one-offs`;
    case 'late_changes':
      return '/late-changes';
    case 'people':
      return '/roster';
    case 'facts':
      return code === null ? undefined : FACT_PLACES[code]?.replace('PERIOD', period);
    default:
      return undefined;
  }
}

/** What is missing of single people is put right on their page; what is missing of many at once, here. */
const FACT_PLACES: Readonly<Record<string, string>> = {
  NO_COEFFICIENT: '/month?period=PERIOD&part=scores',
  PAY_HEAT_TOO_LONG: '/month?period=PERIOD&part=heat',
  PAY_ABSENCE_TOO_LONG: '/month?period=PERIOD',
  NO_GRADE_STANDARD: '/settings?part=grades',
  NO_AGENCY_FEE: '/settings?part=agencies',
  NO_CONTRIBUTION: '/imports?kind=bases',
  TAX_MODE_NOT_QUALIFIED: '/imports?kind=opening',
};

/** What the month still misses before it is calculated, worst first, each with the way to it. */
export function RunReadiness({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('readiness');
  const centre = useCentre();
  const kind = run.kind === 'supplementary' ? 'supplementary' : 'regular';
  const query = useQuery({
    queryKey: ['readiness', centre.id, run.period, kind, run.payDate],
    queryFn: () => api.centres.readiness(centre.id, { period: run.period, kind, payDate: run.payDate }),
    refetchOnMount: 'always',
  });
  return (
    <Card
      size="small"
      title={t('title')}
      extra={
        <Button
          size="small"
          icon={<Icon name="refresh" />}
          loading={query.isFetching && query.data !== undefined}
          onClick={() => void query.refetch()}
        >
          {t('again')}
        </Button>
      }
    >
      <QueryView query={query} rows={5} inline>
        {({ items, people }) => (
          <>
            <Verdict items={items} people={people} />
            <ul className="checks">
              {[...items]
                .sort((a, b) => LOOK[a.level].rank - LOOK[b.level].rank)
                .map((item) => (
                  <Check key={item.check + (item.code ?? '')} item={item} period={run.period} />
                ))}
            </ul>
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Verdict({ items, people }: { items: readonly ReadinessItem[]; people: number }): ReactElement {
  const { t } = useTranslation('readiness');
  const count = (level: ReadinessItem['level']): number =>
    items.filter((item) => item.level === level).reduce((sum, item) => sum + Math.max(1, item.count), 0);
  const blocked = items.some(({ level }) => level === 'block');
  const leftOut = count('left_out');
  const text = blocked
    ? t('verdict.blocked')
    : leftOut > 0
      ? t('verdict.leftOut', { count: leftOut, people })
      : t('verdict.ready', { people });
  return (
    <p className="verdict" role="status">
      {text}
    </p>
  );
}

function Check({ item, period }: { item: ReadinessItem; period: Period }): ReactElement {
  const { t } = useTranslation('readiness');
  const { tone, icon } = LOOK[item.level];
  const place = item.level === 'ok' ? undefined : placeOf(item, period);
  const named = item.who.slice(0, NAMED);
  return (
    <li data-level={item.level}>
      <Tag tone={tone} icon={icon}>
        {t(`level.${item.level}`)}
      </Tag>
      <span className="what">
        {t(`item.${keyOf(item)}`, { count: item.count, defaultValue: t('item.other', { count: item.count }) })}
        {named.length > 0 && (
          <span className="who">
            {named.map(({ no, name }) =>
              no === null ? (
                <span key={name}>{name}</span>
              ) : (
                <Link key={no} to={`/roster/${no}`}>
                  {name}
                </Link>
              ),
            )}
            {item.count > named.length && <span className="soft">{t('andMore', { count: item.count })}</span>}
          </span>
        )}
      </span>
      {place && (
        <Link to={place}>
          <Button size="small" tabIndex={-1}>
            {t('go')}
          </Button>
        </Link>
      )}
    </li>
  );
}
