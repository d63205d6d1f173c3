import { Button, Flex } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type CardChange } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { useCommand } from '../../shared/commands';
import { useCentre, useSession } from '../../shared/session';
import { CARD_TOUCHES } from './queries';

/** From which card to which, as far as anybody sees it. */
export function CardMove({ change }: { change: CardChange }): ReactElement {
  const { t } = useTranslation('cards');
  const said = (masked: string | null, bank: string | null): string =>
    masked === null ? t('noCard') : [masked, bank].filter(Boolean).join(' ');
  return (
    <span className="number">
      {said(change.presentMasked, change.presentBank)} → {said(change.bankCardMasked, change.bankName)}
    </span>
  );
}

/** Approve and return for who did not propose it; withdraw for who keeps the roster. The server decides about persons. */
export function CardActions({ change }: { change: CardChange }): ReactElement | null {
  const { t } = useTranslation('cards');
  const centre = useCentre();
  const { me, can } = useSession();
  const [ask, dialog] = useAsk();
  const inDialog = { touches: CARD_TOUCHES, onRefused: (): void => undefined };
  const { id, hash } = change;
  const approve = useCommand({
    ...inDialog,
    done: t('approved'),
    run: () => api.cards.approve(centre.id, id, { hash }),
  });
  const sendBack = useCommand<string>({
    ...{ ...inDialog, done: t('returned') },
    run: (reason) => api.cards.sendBack(centre.id, id, { hash, reason }),
  });
  const withdraw = useCommand<string>({
    ...{ ...inDialog, done: t('withdrawn') },
    run: (reason) => api.cards.withdraw(centre.id, id, { reason }),
  });
  if (change.status !== 'proposed') return null;
  const decides = can('card:approve') && change.proposedBy !== me.userId;
  const about = (
    <p>
      {change.name} <CardMove change={change} />
    </p>
  );
  return (
    <Flex gap={4} wrap>
      {decides && (
        <Button
          type="primary"
          size="small"
          onClick={() =>
            ask({
              title: t('approve.title'),
              text: (
                <>
                  {about}
                  <p className="soft">{t('approve.text', { from: change.from })}</p>
                </>
              ),
              confirm: t('approve.button'),
              act: () => approve.mutateAsync(),
            })
          }
        >
          {t('approve.button')}
        </Button>
      )}
      {decides && (
        <Button
          size="small"
          onClick={() =>
            ask({
              ...{ title: t('return.title'), text: about, confirm: t('return.button'), reason: true },
              act: (reason) => sendBack.mutateAsync(reason),
            })
          }
        >
          {t('return.button')}
        </Button>
      )}
      {can('roster:write') && (
        <Button
          size="small"
          onClick={() =>
            ask({
              ...{ title: t('withdraw.title'), text: about, confirm: t('withdraw.button'), reason: true },
              act: (reason) => withdraw.mutateAsync(reason),
            })
          }
        >
          {t('withdraw.button')}
        </Button>
      )}
      {dialog}
    </Flex>
  );
}
