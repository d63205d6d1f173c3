import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { api, type ImportBatch, type ImportUndo } from '../../shared/api';
import { useAsk } from '../../shared/ask';
import { useCommand } from '../../shared/commands';
import { useTextOf } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { kindOf } from './kinds';

/** Takes an import back: says first how much that is and asks for the number, or names what is in use. */
export function UndoButton({ batch }: { batch: ImportBatch }): ReactElement {
  const { t } = useTranslation('imports');
  const centre = useCentre();
  const client = useQueryClient();
  const textOf = useTextOf();
  const { modal, message } = App.useApp();
  const [ask, dialog] = useAsk();
  const touched = [...(kindOf(batch.kind)?.touches ?? []), ['imports']];
  const undo = async (reason: string): Promise<void> => {
    await api.imports.undo(centre.id, batch.id, reason);
    void message.success({ content: t('undo.done'), key: 'done' });
    await Promise.all(touched.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
  const look = useCommand<void, ImportUndo>({
    run: () => api.imports.undoPreview(centre.id, batch.id),
    touches: [],
    onDone: ({ rows, people, entered, used, uses }) => {
      if (used > 0) {
        void modal.warning({
          title: t('undo.used'),
          okText: t('undo.close'),
          content: (
            <>
              <ul className="undo-uses">
                {uses.map((use, i) => (
                  <li key={i}>{textOf(use)}</li>
                ))}
              </ul>
              {used > uses.length && <p>{t('undo.more', { count: used - uses.length })}</p>}
            </>
          ),
        });
        return;
      }
      ask({
        title: t('undo.title', { file: batch.fileName }),
        text: (
          <>
            <p>{t('undo.text', { rows, people })}</p>
            {entered > 0 && <p>{t('undo.entered', { entered })}</p>}
          </>
        ),
        confirm: t('undo.confirm'),
        ...{ danger: true, reason: true, typed: String(rows) },
        act: undo,
      });
    },
  });
  return (
    <>
      <Button size="small" danger loading={look.isPending} onClick={() => look.mutate()}>
        {t('undo.confirm')}
      </Button>
      {dialog}
    </>
  );
}
