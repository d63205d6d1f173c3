import { Button, Dropdown } from 'antd';
import { lazy, type ReactElement, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, type PayRun } from '../../shared/api';
import { type Ask, useAsk } from '../../shared/ask';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { grouped } from '../../shared/money';
import { useSession } from '../../shared/session';
import { runKeys } from './queries';
import { costOf } from './run-amounts';
import { isGoing, useProgress } from './run-progress';

const RunPrint = lazy(() => import('./run-print'));
const CANCELLABLE = ['draft', 'calculated', 'submitted', 'checked', 'approved'];

/** What may be done with the run now, by the account in front of it: everything else is absent. */
export function RunActions({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('runs');
  const { can, me } = useSession();
  const navigate = useNavigate();
  const settlementsAt = `/settlements?period=${run.period}`;
  const [ask, dialog] = useAsk();
  const commands = useRunCommands(run);
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  const going = isGoing(useProgress(run));
  const { status } = run;
  /** Whoever prepared it decides nothing about it. */
  const own = [run.preparedBy, run.submittedBy].includes(me.userId);
  const asked =
    (key: string, more: Omit<Ask, 'title' | 'confirm'>): (() => void) =>
    () =>
      ask({
        title: t(`ask.${key}.title`),
        text: t(`ask.${key}.text`, { no: run.no, people: run.people, cost: grouped(costOf(run)) }),
        confirm: t(`do.${key}`),
        ...more,
      });
  const checking = status === 'submitted' && can('run:check') && !own;
  const approving = status === 'checked' && can('run:approve') && !own && run.checkedBy !== me.userId;
  const prepares = can('run:prepare');
  const returnable =
    (checking || approving || (prepares && (status === 'submitted' || status === 'checked'))) && !going;

  const menu = [
    ...(returnable && status === 'checked'
      ? [
          {
            key: 'recheck',
            label: t('do.recheck'),
            onClick: asked('recheck', { reason: true, act: (reason) => commands.sendBack('submitted', reason) }),
          },
        ]
      : []),
    ...(can('run:cancel') && CANCELLABLE.includes(status)
      ? [
          {
            key: 'cancel',
            danger: true,
            label: t('do.cancel'),
            onClick: asked('cancel', { danger: true, reason: true, typed: String(run.no), act: commands.cancel }),
          },
        ]
      : []),
  ];
  return (
    <>
      {(status === 'draft' || status === 'calculated') && prepares && (
        <Button
          type={status === 'draft' ? 'primary' : 'default'}
          icon={<Icon name="calculator" />}
          disabled={going}
          loading={commands.calculate.isPending}
          onClick={() => commands.calculate.mutate()}
        >
          {status === 'draft' ? t('do.calculate') : t('do.recalculate')}
        </Button>
      )}
      {status === 'calculated' && prepares && run.people > 0 && (
        <Button type="primary" disabled={going} onClick={asked('submit', { act: commands.submit })}>
          {t('do.submit')}
        </Button>
      )}
      {checking && (
        <Button type="primary" onClick={asked('check', { act: commands.check })}>
          {t('do.check')}
        </Button>
      )}
      {approving && (
        <Button type="primary" onClick={asked('approve', { act: commands.approve })}>
          {t('do.approve')}
        </Button>
      )}
      {returnable && (
        <Button
          onClick={asked(checking || approving ? 'return' : 'takeBack', {
            reason: true,
            act: (reason) => commands.sendBack('calculated', reason),
          })}
        >
          {t(checking || approving ? 'do.return' : 'do.takeBack')}
        </Button>
      )}
      {status === 'approved' && can('settlement:settle') && (
        <Button
          type="primary"
          onClick={asked('settle', { act: () => commands.settle().then(() => navigate(settlementsAt)) })}
        >
          {t('do.settle')}
        </Button>
      )}
      {['approved', 'settled', 'paid', 'closed'].includes(status) && can('settlement:read') && (
        <Link to={settlementsAt}>
          <Button tabIndex={-1} icon={<Icon name="settle" />}>
            {t('do.settlements')}
          </Button>
        </Link>
      )}
      {status === 'paid' && can('settlement:pay') && (
        <Button type="primary" onClick={asked('close', { act: commands.close })}>
          {t('do.close')}
        </Button>
      )}
      <Button
        icon={<Icon name="print" />}
        aria-label={t('common:action.print')}
        title={t('common:action.print')}
        loading={printing}
        onClick={() => (run.hash === null ? window.print() : setPrinting(true))}
      />
      {printing && (
        <Suspense>
          <RunPrint run={run} onDone={printed} />
        </Suspense>
      )}
      {menu.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: menu }}>
          <Button icon={<Icon name="more" />} aria-label={t('do.more')} />
        </Dropdown>
      )}
      {dialog}
    </>
  );
}

/** Decisions are about exactly the hash on screen: another one is refused. */
function useRunCommands(run: PayRun) {
  const { t } = useTranslation('runs');
  const touches = [runKeys.all, ['todos'], ['funds'], ['settlements']];
  const inDialog = { touches, onRefused: (): void => undefined };
  const hash = run.hash ?? '';
  const calculate = useCommand({ run: () => api.runs.calculate(run.id), touches });
  const submit = useCommand({ ...inDialog, run: () => api.runs.submit(run.id), done: t('done.submit') });
  const check = useCommand({ ...inDialog, run: () => api.runs.check(run.id, hash), done: t('done.check') });
  const approve = useCommand<string>({
    ...inDialog,
    run: (seen, key) => api.runs.approve(run.id, seen, key),
    done: t('done.approve'),
  });
  const back = useCommand<{ to: 'calculated' | 'submitted'; reason: string }>({
    ...inDialog,
    run: ({ to, reason }) => api.runs.sendBack(run.id, to, reason),
    done: t('done.return'),
  });
  const cancel = useCommand<string>({
    ...inDialog,
    run: (reason, key) => api.runs.cancel(run.id, reason, key),
    done: t('done.cancel'),
  });
  const settle = useCommand({ ...inDialog, run: () => api.settlements.prepare(run.id), done: t('done.settle') });
  const close = useCommand({ ...inDialog, run: () => api.runs.close(run.id), done: t('done.close') });
  return {
    calculate,
    submit: () => submit.mutateAsync(),
    check: () => check.mutateAsync(),
    approve: () => approve.mutateAsync(hash),
    sendBack: (to: 'calculated' | 'submitted', reason: string) => back.mutateAsync({ to, reason }),
    cancel: (reason: string) => cancel.mutateAsync(reason),
    settle: () => settle.mutateAsync(),
    close: () => close.mutateAsync(),
  };
}
