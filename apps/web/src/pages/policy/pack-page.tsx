import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, type PolicyPack } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { Who } from '../../shared/who';
import { PackTag } from './pack-tag';
import { PackView } from './pack-view';
import { packKeys, useEffectOf } from './queries';
import './policy.css';

type WithText = PolicyPack & { text: string };

/** One pack: what it says, what it changes while it is not decided, and its way into force. */
export default function PackPage(): ReactElement {
  const { t } = useTranslation('policy');
  const id = useParams().id ?? '';
  const pack = useQuery({ queryKey: packKeys.one(id), queryFn: () => api.policy.pack(id) });
  const { layer, proposedAt } = pack.data ?? {};
  const name = proposedAt ? t('packName', { layer, at: formatInstant(proposedAt) }) : t('packs');
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={pack.data && <PackTag status={pack.data.status} />}
      actions={pack.data?.status === 'proposed' && <Actions pack={pack.data} />}
    >
      <QueryView query={pack}>{(data) => <Body pack={data} />}</QueryView>
    </Page>
  );
}

function Body({ pack }: { pack: WithText }): ReactElement {
  const { t } = useTranslation('policy');
  const { me, can } = useSession();
  const open = pack.status === 'proposed';
  const items = [
    { key: 'reason', label: t('reason'), children: pack.reason },
    { key: 'by', label: t('by'), children: <Who id={pack.proposedBy} /> },
    { key: 'at', label: t('at'), children: formatInstant(pack.proposedAt) },
    ...(pack.decidedAt === null
      ? []
      : [
          { key: 'decided', label: t('decidedAt'), children: formatInstant(pack.decidedAt) },
          { key: 'opinion', label: t('opinion'), children: pack.opinion ?? '' },
        ]),
  ];
  return (
    <>
      {open && pack.proposedBy === me.userId && can('policy:activate') && (
        <Alert type="info" showIcon title={t('ownProposal')} />
      )}
      <Card size="small">
        <Descriptions size="small" column={{ xs: 1, md: 3 }} items={items} />
      </Card>
      {open && <PackView text={pack.text} />}
      <Card size="small" className="pack-part" title={t('text')}>
        <pre className="pack-text">{pack.text}</pre>
      </Card>
    </>
  );
}

function Actions({ pack }: { pack: WithText }): ReactElement {
  const { t } = useTranslation('policy');
  const { me, can } = useSession();
  const [ask, dialog] = useAsk();
  // What is activated is what stands on the page: the same text, against the same law.
  const effect = useEffectOf(pack.text, true).progress.data?.effect;
  const inDialog = { touches: [[...packKeys.all], ['policy'], ['todos']], onRefused: (): void => undefined };
  const activate = useCommand<{ hash: string; basis: string }>({
    ...{ ...inDialog, done: t('activate.done') },
    run: (body) => api.policy.activate(pack.id, body),
  });
  const sendBack = useCommand<string>({
    ...{ ...inDialog, done: t('return.done') },
    run: (reason) => api.policy.sendBack(pack.id, reason),
  });
  const withdraw = useCommand<string>({
    ...{ ...inDialog, done: t('withdraw.done') },
    run: (reason) => api.policy.withdraw(pack.id, reason),
  });
  const decides = can('policy:activate') && pack.proposedBy !== me.userId;
  const seen = effect && { hash: effect.hash, basis: effect.basis };
  return (
    <>
      {decides && (
        <Button
          type="primary"
          disabled={!seen}
          onClick={() =>
            seen &&
            ask({
              ...{ title: t('activate.title'), text: t('activate.text'), confirm: t('activate.button') },
              act: () => activate.mutateAsync(seen),
            })
          }
        >
          {t('activate.button')}
        </Button>
      )}
      {decides && (
        <Button
          onClick={() =>
            ask({
              ...{ title: t('return.title'), confirm: t('return.button'), reason: true },
              act: (reason) => sendBack.mutateAsync(reason),
            })
          }
        >
          {t('return.button')}
        </Button>
      )}
      {can('policy:propose') && (
        <Button
          danger
          onClick={() =>
            ask({
              ...{ title: t('withdraw.title'), confirm: t('withdraw.button'), reason: true, danger: true },
              act: (reason) => withdraw.mutateAsync(reason),
            })
          }
        >
          {t('withdraw.button')}
        </Button>
      )}
      {dialog}
    </>
  );
}
