import type { Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type CentrePeriod } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant, nowMillis } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { Tag } from '../../shared/tag';
import { Who } from '../../shared/who';

/** Whether the month still takes changes, and until when its pay knows them. */
export function PeriodCard({ period }: { period: Period }): ReactElement {
  const { t } = useTranslation('calendar');
  const centre = useCentre();
  const key = ['period', centre.id, period];
  const query = useQuery({ queryKey: key, queryFn: () => api.calendar.period(centre.id, period) });
  return (
    <Card size="small" title={t('period.title', { month: period })}>
      <QueryView query={query} rows={4} inline>
        {(data) => <State data={data} touches={[key]} />}
      </QueryView>
    </Card>
  );
}

function State({ data, touches }: { data: CentrePeriod; touches: unknown[][] }): ReactElement {
  const { t } = useTranslation('calendar');
  const { can } = useSession();
  const [ask, dialog] = useAsk();
  const locked = data.status === 'locked';
  const manage = can('calendar:manage');
  const inDialog = { touches, onRefused: (): void => undefined };
  const cutOff = useCommand({
    ...inDialog,
    run: () => api.calendar.cutOff(data.centreId, data.period, Math.floor(nowMillis())),
    done: t('period.cutOffDone'),
  });
  const lock = useCommand({
    ...inDialog,
    run: () => api.calendar.lock(data.centreId, data.period),
    done: t('period.lockDone'),
  });
  const unlock = useCommand<string>({
    ...inDialog,
    run: (reason) => api.calendar.unlock(data.centreId, data.period, reason),
    done: t('period.unlockDone'),
  });
  return (
    <div className="stack">
      <dl className="figures small">
        <div>
          <dt>{t('period.state')}</dt>
          <dd>
            <Tag tone={locked ? 'warn' : 'good'} icon={locked ? 'lock' : 'ok'}>
              {t(locked ? 'period.locked' : 'period.open')}
            </Tag>
          </dd>
        </div>
        <div>
          <dt>{t('period.cutOff')}</dt>
          <dd>{data.cutOffAt ? formatInstant(data.cutOffAt) : t('period.noCutOff')}</dd>
        </div>
        {locked && (
          <div>
            <dt>{t('period.lockedBy')}</dt>
            <dd>
              <Who id={data.lockedBy} /> {formatInstant(data.lockedAt)}
            </dd>
          </div>
        )}
      </dl>
      <p className="soft" style={{ margin: 0 }}>
        {t(locked ? 'period.aboutLocked' : 'period.aboutOpen')}
      </p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {manage && !locked && data.cutOffAt === null && (
          <Button
            icon={<Icon name="clock" />}
            onClick={() =>
              ask({
                title: t('period.cutOffNow'),
                text: t('period.cutOffText'),
                confirm: t('period.cutOffNow'),
                act: () => cutOff.mutateAsync(),
              })
            }
          >
            {t('period.cutOffNow')}
          </Button>
        )}
        {manage && !locked && (
          <Button
            icon={<Icon name="lock" />}
            onClick={() =>
              ask({
                title: t('period.lock'),
                text: t('period.lockText', { month: data.period }),
                confirm: t('period.lock'),
                act: () => lock.mutateAsync(),
              })
            }
          >
            {t('period.lock')}
          </Button>
        )}
        {manage && locked && (
          <Button
            onClick={() =>
              ask({
                title: t('period.unlock'),
                text: t('period.unlockText'),
                confirm: t('period.unlock'),
                reason: true,
                act: (reason) => unlock.mutateAsync(reason),
              })
            }
          >
            {t('period.unlock')}
          </Button>
        )}
        {can('run:read') && (
          <Link to="/runs">
            <Button icon={<Icon name="runs" />} tabIndex={-1}>
              {t('period.runs')}
            </Button>
          </Link>
        )}
      </div>
      {dialog}
    </div>
  );
}
