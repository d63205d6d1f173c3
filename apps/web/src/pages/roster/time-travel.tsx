import type { LocalDate } from '@gridstaff/kernel';
import { Button, Card } from 'antd';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../shared/dates';

interface Props {
  on: LocalDate | undefined;
  knownOn: LocalDate | undefined;
  onOn: (on: LocalDate | undefined) => void;
  onKnownOn: (on: LocalDate | undefined) => void;
}

/** The two axes of time: how it was on a day, and what was known by the end of a day. */
export function TimeTravel({ on, knownOn, onOn, onKnownOn }: Props): ReactElement {
  const { t } = useTranslation('roster');
  const [onId, knownId] = [useId(), useId()];
  return (
    <Card size="small">
      <div className="filter-row">
        <label htmlFor={onId}>{t('travel.on')}</label>
        <DayInput id={onId} value={on} onChange={onOn} allowClear={false} />
        <label htmlFor={knownId}>{t('travel.knownOn')}</label>
        <DayInput id={knownId} value={knownOn} onChange={onKnownOn} allowClear={false} />
        {(on ?? knownOn) !== undefined && (
          <Button
            onClick={() => {
              onOn(undefined);
              onKnownOn(undefined);
            }}
          >
            {t('travel.now')}
          </Button>
        )}
      </div>
      {(on ?? knownOn) !== undefined && (
        <p role="status" className="soft">
          {t(knownOn === undefined ? 'travel.past' : 'travel.pastKnown', { on: on ?? t('travel.today'), knownOn })}
        </p>
      )}
    </Card>
  );
}
