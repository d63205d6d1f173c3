import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PayRun } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { grouped } from '../../shared/money';
import { RunSteps } from '../runs/run-steps';
import { RunStatusTag } from '../runs/status-tag';

export function RunSummary({ run }: { run: PayRun | null }): ReactElement {
  const { t } = useTranslation(['desk', 'runs']);
  if (!run) {
    return (
      <EmptyHint icon="runs" title={t('desk:run.none')} text={t('desk:run.first')}>
        <Link to="/imports">{t('desk:run.import')}</Link>
      </EmptyHint>
    );
  }
  return (
    <div className="stack">
      <div>
        <Link to={`/runs/${run.id}`}>
          <strong>{t('runs:name', { period: run.period, no: run.no })}</strong>
        </Link>{' '}
        <RunStatusTag status={run.status} />
      </div>
      <RunSteps status={run.status} />
      <dl className="figures small">
        <div>
          <dt>{t('runs:people')}</dt>
          <dd>{run.people}</dd>
        </div>
        <div>
          <dt>
            {t('runs:amount.gross')} <small>{t('common:yuan')}</small>
          </dt>
          <dd>{grouped(run.gross)}</dd>
        </div>
        <div>
          <dt>
            {t('runs:amount.net')} <small>{t('common:yuan')}</small>
          </dt>
          <dd>{grouped(run.net)}</dd>
        </div>
      </dl>
    </div>
  );
}
