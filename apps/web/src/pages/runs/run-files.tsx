import type { Permission } from '@gridstaff/contracts';
import { Button, Form, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, saveFile } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useSession } from '../../shared/session';

type Format = 'xlsx' | 'pdf' | 'csv';

interface Kind {
  kind: string;
  formats: readonly Format[];
  /** Holds full numbers of people: for those with one of these, and for a purpose. */
  reveals: readonly Permission[];
}

const KINDS: readonly Kind[] = [
  { kind: 'payroll', formats: ['xlsx', 'pdf'], reveals: [] },
  { kind: 'payslips', formats: ['pdf'], reveals: [] },
  { kind: 'bank', formats: ['xlsx', 'csv'], reveals: ['worker:reveal', 'settlement:pay'] },
  { kind: 'tax', formats: ['xlsx'], reveals: ['worker:reveal'] },
  { kind: 'insurance', formats: ['xlsx'], reveals: ['worker:reveal'] },
  { kind: 'settlement', formats: ['xlsx', 'pdf'], reveals: [] },
];

interface Fields {
  kind: string;
  format: Format;
  purpose?: string;
}

/** The files that leave the house: each carries who made it, when and what for, and stands in the audit log. */
export function RunFilesButton({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('runs');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="download" />} onClick={() => setOpen(true)}>
        {t('files.button')}
      </Button>
      <Modal
        open={open}
        title={t('files.title')}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        width={460}
      >
        <FilesForm run={run} />
      </Modal>
    </>
  );
}

function FilesForm({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('runs');
  const { can } = useSession();
  const [form] = Form.useForm<Fields>();
  const [refused, setRefused] = useState<unknown>();
  const kinds = KINDS.filter(
    ({ kind, reveals }) =>
      (kind !== 'settlement' || can('settlement:read')) && (reveals.length === 0 || reveals.some(can)),
  );
  const wanted = Form.useWatch('kind', form);
  const chosen = kinds.find(({ kind }) => kind === wanted) ?? kinds[0];
  const personal = (chosen?.reveals.length ?? 0) > 0;
  const make = useCommand<Fields, { blob: Blob; name: string | undefined }>({
    run: ({ kind, format, purpose }) => api.runs.file(run.id, kind, { format, purpose: purpose?.trim() || undefined }),
    touches: [],
    done: t('files.done'),
    onDone: ({ blob, name }, { kind, format }) => saveFile(blob, name ?? `${t(`files.kind.${kind}`)}.${format}`),
    onRefused: setRefused,
  });
  return (
    <Form<Fields>
      name="run-files"
      form={form}
      layout="vertical"
      initialValues={{ kind: kinds[0]?.kind, format: kinds[0]?.formats[0] }}
      onValuesChange={({ kind }) => {
        setRefused(undefined);
        const next = KINDS.find((one) => one.kind === kind);
        if (next) form.setFieldValue('format', next.formats[0]);
      }}
      onFinish={(fields) => {
        setRefused(undefined);
        make.mutate(fields);
      }}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="kind" label={t('files.what')}>
        <Select options={kinds.map(({ kind }) => ({ value: kind, label: t(`files.kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="format" label={t('files.format')}>
        <Select options={chosen?.formats.map((value) => ({ value, label: t(`files.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('files.purpose')}
        extra={personal ? t('files.personal') : t('files.printed')}
        rules={personal ? [{ required: true, whitespace: true, message: t('files.purposeMissing') }] : []}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={make.isPending}>
        {t('files.make')}
      </Button>
    </Form>
  );
}
