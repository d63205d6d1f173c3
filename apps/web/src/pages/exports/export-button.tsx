import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type ExportTask, saveFile } from '../../shared/api';
import type { ExportWish } from '../../shared/api/calls';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { EXPORTS, isGoing } from './queries';
import './exports.css';

export interface ExportColumn {
  key: string;
  title: string;
  /** Shows ID, card or phone numbers in full. */
  numbers?: boolean;
}

interface Props {
  /** The list as the screen has it: these columns, in this order. */
  shown: readonly ExportColumn[];
  /** What only a file has. */
  extra?: readonly ExportColumn[];
  /** Rows of the list, where it is known. */
  count?: number | null;
  ask: (centreId: string, wish: ExportWish) => Promise<ExportTask>;
}

/** The list that stands on the screen as a file: small ones at once, large ones in the export centre. */
export function ExportButton(props: Props): ReactElement {
  const { t } = useTranslation('exports');
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button icon={<Icon name="download" />} onClick={() => setOpen(true)}>
        {t('button')}
      </Button>
      <Modal open={open} title={t('dialog.title')} footer={null} onCancel={close} mask={{ closable: false }} destroyOnHidden width={560}>
        <ExportForm {...props} onClose={close} />
      </Modal>
    </>
  );
}

interface Fields {
  columns: string[];
  format: 'xlsx' | 'csv';
  purpose?: string;
}

const LOOK_MS = 300;
/** So long the dialog waits for the file itself; what takes longer is fetched in the export centre. */
const LOOKS = 15;

function ExportForm({ shown, extra = [], count, ask, onClose }: Props & { onClose: () => void }): ReactElement {
  const { t, i18n } = useTranslation('exports');
  const centre = useCentre();
  const { can } = useSession();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [error, setError] = useState<unknown>();
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('columns', form) as string[] | undefined;
  const offered = [...shown, ...extra.filter(({ numbers }) => !numbers || can('worker:reveal'))];
  const many = typeof count === 'number' && count > 100;
  const approval = many && offered.some(({ key, numbers }) => numbers && chosen?.includes(key));
  const make = useCommand<Fields, ExportTask>({
    run: async ({ columns, format, purpose }) => {
      // In the order of the screen, whatever the order of the ticks.
      const keys = offered.map(({ key }) => key).filter((key) => columns.includes(key));
      const language = i18n.language === 'en' ? 'en' : 'zh';
      let task = await ask(centre.id, { columns: keys.join(','), format, language, purpose: purpose?.trim() || undefined });
      for (let look = 0; isGoing(task) && look < LOOKS; look++) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        task = await api.exportTasks.get(centre.id, task.id);
      }
      return task;
    },
    touches: [[EXPORTS]],
    onDone: async (task) => {
      onClose();
      await client.invalidateQueries({ queryKey: [EXPORTS] });
      if (task.status === 'done') {
        const { blob, name } = await api.exportTasks.file(centre.id, task.id);
        saveFile(blob, name ?? `export.${task.format}`);
        void message.success({ content: t('dialog.done', { rows: task.doneRows }), key: 'done' });
        return;
      }
      const text = task.status === 'waiting' ? t('dialog.waiting') : task.status === 'failed' ? t('dialog.failed') : t('dialog.going');
      void message.info({ content: <>{text} <Link to="/exports">{t('title')}</Link></>, key: 'done', duration: 8 });
    },
    onRefused: setError,
  });
  return (
    <Form<Fields>
      form={form}
      name="export"
      layout="vertical"
      initialValues={{ columns: shown.map(({ key }) => key), format: 'xlsx' }}
      onValuesChange={() => setError(undefined)}
      onFinish={make.mutate}
    >
      <p className="soft">{typeof count === 'number' ? t('dialog.about', { count }) : t('dialog.aboutAll')}</p>
      {error !== undefined && <ProblemAlert error={error} />}
      <Form.Item name="columns" label={t('dialog.columns')} rules={[{ type: 'array', min: 1, message: t('dialog.noColumns') }]}>
        <Checkbox.Group className="export-columns" options={offered.map(({ key, title }) => ({ value: key, label: title }))} />
      </Form.Item>
      {approval && <p role="status">{t('dialog.approval')}</p>}
      <Form.Item name="format" label={t('dialog.format')}>
        <Radio.Group options={[{ value: 'xlsx', label: 'Excel (.xlsx)' }, { value: 'csv', label: 'CSV' }]} />
      </Form.Item>
      <Form.Item name="purpose" label={t('dialog.purpose')} extra={t('dialog.purposeText')} rules={[{ required: true, whitespace: true, message: t('dialog.purposeMissing') }]}>
        <Input maxLength={200} placeholder={t('dialog.purposeSample')} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={make.isPending}>
        {t('dialog.confirm')}
      </Button>
    </Form>
  );
}
