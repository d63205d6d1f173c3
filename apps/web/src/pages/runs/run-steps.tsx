import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunStatus } from '../../shared/api';
import { Icon } from '../../shared/icons';
import './run-steps.css';

export const STEPS = ['period', 'calculate', 'review', 'submit', 'check', 'approve', 'settle', 'pay'] as const;

/** Index of the step that is next; as many as there are steps when all are done. */
const AT: Record<RunStatus, number> = {
  draft: 1,
  calculated: 2,
  submitted: 4,
  checked: 5,
  approved: 6,
  settled: 7,
  paid: 8,
  closed: 8,
  cancelled: -1,
};

/** From the month to the payment: where the run stands and who holds it. */
export function RunSteps({ status }: { status: RunStatus }): ReactElement {
  const { t } = useTranslation('runs');
  const at = AT[status];
  return (
    <ol className="run-steps" aria-label={t('steps.label')} data-cancelled={at < 0}>
      {STEPS.map((step, i) => {
        const state = i < at ? 'done' : i === at ? 'now' : 'later';
        return (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="dot">{state === 'done' ? <Icon name="ok" size={14} strokeWidth={2.6} /> : i + 1}</span>
            <span className="name">{t(`steps.${step}`)}</span>
            {state === 'now' && <span className="holder">{t(`holder.${status}`)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
