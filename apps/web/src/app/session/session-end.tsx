import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastAnswer, type Me } from '../../shared/api';
import { nowMillis } from '../../shared/clock';
import { endOfSession, WARN_MILLIS } from './session-life';

const LOOK_EVERY = 5_000;

/** Two minutes before a session ends somebody is told, and one touch keeps it; what is typed stays either way. */
export function SessionEnd({ session }: { session: Me['session'] }): ReactElement {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const [left, setLeft] = useState<number>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!session) return undefined;
    const look = (): void => {
      const rest = endOfSession(session, lastAnswer()) - nowMillis();
      setLeft(rest <= WARN_MILLIS && rest > 0 ? rest : undefined);
    };
    const timer = window.setInterval(look, LOOK_EVERY);
    return () => window.clearInterval(timer);
  }, [session]);
  const stay = async (): Promise<void> => {
    setBusy(true);
    await client.refetchQueries({ queryKey: ['me'] });
    setBusy(false);
    setLeft(undefined);
  };
  return (
    <Modal
      open={left !== undefined}
      title={t('ending.title')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" autoFocus loading={busy} onClick={() => void stay()}>
          {t('ending.stay')}
        </Button>
      }
      width={420}
      zIndex={2900}
    >
      <p role="timer">{t('ending.text', { seconds: Math.max(0, Math.round((left ?? 0) / 1000)) })}</p>
    </Modal>
  );
}
