import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Id, type PayRun, type PolicyPack } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { PackTag } from '../policy/pack-tag';
import { usePacks } from '../policy/queries';
import { runKeys } from '../runs/queries';
import { RunStatusTag } from '../runs/status-tag';

/** So many of the newest runs are looked through: two years of months. */
const NEWEST = 24;
const SHOWN = 8;

/** 已办: what the account decided; 我发起: what it made or submitted. */
export type Part = 'done' | 'started';

interface Matter {
  key: string;
  to: string;
  name: string;
  detail: string;
  at: string;
  tag: ReactNode;
}

export default function OwnMatters({ part }: { part: Part }): ReactElement {
  const { t } = useTranslation('desk');
  const { centre, can } = useSession();
  const runs = useQuery({
    queryKey: [...runKeys.all, 'newest', centre?.id],
    queryFn: () => api.runs.list({ centreId: centre?.id, limit: NEWEST }).then((answer) => answer.runs),
    enabled: can('run:read') && centre !== undefined,
  });
  const matters = [...useRunMatters(part, runs.data ?? []), ...usePackMatters(part)]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN);
  if (can('run:read') && runs.data === undefined)
    return (
      <QueryView query={runs} rows={3} inline>
        {() => null}
      </QueryView>
    );
  if (matters.length === 0) return <EmptyHint title={t(`matters.${part}None`)} text={t(`matters.${part}NoneText`)} />;
  return (
    <ul className="todo-list">
      {matters.map(({ key, to, name, detail, at, tag }) => (
        <li key={key}>
          <span className="what">
            <Link to={to}>{name}</Link>
            <small>
              {detail} · {formatInstant(at)}
            </small>
          </span>
          {tag}
        </li>
      ))}
    </ul>
  );
}

function useRunMatters(part: Part, runs: readonly PayRun[]): Matter[] {
  const { t } = useTranslation(['desk', 'runs']);
  const { me } = useSession();
  const acts = {
    done: (run: PayRun): (readonly [string, Id | null])[] => [
      ['checked', run.checkedBy],
      ['approved', run.approvedBy],
    ],
    started: (run: PayRun): (readonly [string, Id | null])[] => [
      ['prepared', run.preparedBy],
      ['submitted', run.submittedBy],
    ],
  }[part];
  return runs.flatMap((run) => {
    const mine = acts(run).filter(([, by]) => by === me.userId);
    if (mine.length === 0) return [];
    return {
      ...{ key: run.id, to: `/runs/${run.id}`, at: run.createdAt },
      name: t('runs:name', { period: run.period, no: run.no }),
      detail: mine.map(([act]) => t(`desk:matters.${act}`)).join(t('desk:matters.and')),
      tag: <RunStatusTag status={run.status} />,
    };
  });
}

function usePackMatters(part: Part): Matter[] {
  const { t } = useTranslation('desk');
  const { me, can } = useSession();
  const packs = usePacks(can('policy:read') && can('run:read'));
  const mine = (pack: PolicyPack): boolean => (part === 'done' ? pack.decidedBy : pack.proposedBy) === me.userId;
  return (packs.data ?? []).filter(mine).map((pack) => ({
    ...{ key: pack.id, to: `/policy/${pack.id}`, name: t('matters.pack', { reason: pack.reason }) },
    at: (part === 'done' ? pack.decidedAt : pack.proposedAt) ?? pack.proposedAt,
    detail: t(part === 'done' ? 'matters.decided' : 'matters.proposed'),
    tag: <PackTag status={pack.status} />,
  }));
}
