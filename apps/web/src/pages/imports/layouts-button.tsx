import { useQuery } from '@tanstack/react-query';
import { Button, List, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { useCentre } from '../../shared/session';
import { Who } from '../../shared/who';

/** The layouts that are remembered for a kind, each of which can be forgotten; absent while there are none. */
export function LayoutsButton({ kind, onForgotten }: { kind: string; onForgotten: () => void }): ReactElement | null {
  const { t } = useTranslation('imports');
  const centre = useCentre();
  const [open, setOpen] = useState(false);
  const queryKey = ['import-layouts', centre.id, kind];
  const { data } = useQuery({ queryKey, queryFn: () => api.imports.layouts(centre.id, kind) });
  const forget = useCommand({
    run: (signature: string) => api.imports.forgetLayout(centre.id, kind, signature),
    touches: [queryKey],
    done: t('columns.forgotten'),
    onDone: onForgotten,
  });
  if (!data || data.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('columns.layouts', { count: data.length })}</Button>
      <Modal
        open={open}
        title={t('columns.layoutsTitle')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <List
          dataSource={[...data]}
          rowKey="signature"
          renderItem={({ signature, sheet, source, read, savedBy, savedAt }) => (
            <List.Item
              actions={[
                <Button
                  key="forget"
                  size="small"
                  danger
                  loading={forget.isPending && forget.variables === signature}
                  aria-label={t('columns.forgetOf', { name: source })}
                  onClick={() => forget.mutate(signature)}
                >
                  {t('columns.forget')}
                </Button>,
              ]}
            >
              <List.Item.Meta
                title={source}
                description={
                  <>
                    {sheet === '' ? t('columns.unreadSheet') : t('columns.readAs', { sheet, count: read })} ·{' '}
                    <Who id={savedBy} /> · {formatInstant(savedAt)}
                  </>
                }
              />
            </List.Item>
          )}
        />
      </Modal>
    </>
  );
}
