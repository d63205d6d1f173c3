import { useQuery } from '@tanstack/react-query';
import { Timeline } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { QueryView } from '../../shared/query-view';
import { Who } from '../../shared/who';
import { runKeys } from './queries';

/** Every step with person, time and opinion, newest first. */
export function RunHistory({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('runs');
  const history = useQuery({
    queryKey: [...runKeys.one(run.id), 'history', run.status],
    queryFn: () => api.runs.history(run.id),
  });
  return (
    <div className="stack">
      <QueryView query={history} inline>
        {(events) => (
          <Timeline
            style={{ paddingTop: 8 }}
            items={events.toReversed().map((event) => ({
              key: event.seq,
              color: event.step === 'cancel' || event.step === 'return' ? 'red' : 'blue',
              content: (
                <>
                  <strong>{t(`step.${event.step}`, { defaultValue: event.step })}</strong>{' '}
                  <span className="soft">{formatInstant(event.at)}</span> <Who id={event.userId} />
                  {event.reason && <div>{event.reason}</div>}
                </>
              ),
            }))}
          />
        )}
      </QueryView>
      {run.hash && (
        <p className="soft">
          {t('hash')} <span className="code">{run.hash}</span>
        </p>
      )}
    </div>
  );
}
