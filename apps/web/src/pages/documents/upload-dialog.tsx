import type { QueryKey } from '@tanstack/react-query';
import { Button, Form, Modal, Progress, Select, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewDocument, OnProgress } from '../../shared/api/document-calls';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { shrunk } from './shrunk';
import './documents.css';

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  /** Left out where what it is for is fixed. */
  kinds?: readonly Choice[];
  /** Recorded rows that a paper may prove. */
  abouts?: readonly Choice[];
  initial?: Partial<NewDocument>;
  send: (document: NewDocument, file: File, onProgress: OnProgress) => Promise<unknown>;
  touches: QueryKey[];
}

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx';

/** One file with what it is for: dropped or chosen, sent with its progress; what is wrong stays in the dialog. */
export function UploadDialog(props: Props): ReactElement {
  const { title, open, onClose } = props;
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
      width={520}
    >
      <UploadForm {...props} />
    </Modal>
  );
}

function UploadForm({ onClose, kinds, abouts, initial, send, touches }: Props): ReactElement {
  const { t } = useTranslation('documents');
  const textOf = useTextOf();
  const [form] = Form.useForm<NewDocument>();
  const kind: string | undefined = Form.useWatch('kind', form);
  const [file, setFile] = useState<File>();
  const [missing, setMissing] = useState(false);
  const [part, setPart] = useState<number>();
  const [refused, setRefused] = useState<unknown>();
  const command = useCommand<NewDocument>({
    run: async (fields) => {
      if (!file) throw new Error('no file');
      setPart(0);
      await send(fields, fields.kind === 'photo' ? await shrunk(file) : file, setPart);
    },
    touches,
    done: t('added'),
    onDone: onClose,
    onRefused: (error) => {
      setPart(undefined);
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const save = (fields: NewDocument): void => {
    setRefused(undefined);
    setMissing(!file);
    if (file) command.mutate({ ...fields, expiresOn: fields.expiresOn || undefined });
  };
  return (
    <Form<NewDocument> name="document" form={form} layout="vertical" initialValues={initial} onFinish={save}>
      {refused !== undefined && <ProblemAlert error={refused} />}
      {kinds && (
        <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('common:required') }]}>
          <Select options={[...kinds]} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      )}
      <Upload.Dragger
        accept={kind === 'photo' ? '.jpg,.jpeg,.png' : ACCEPTED}
        maxCount={1}
        showUploadList={false}
        disabled={command.isPending}
        beforeUpload={(chosen) => (setFile(chosen), setMissing(false), setRefused(undefined), false)}
      >
        <Icon name="upload" size={28} />
        <p className="drop-title">{file ? file.name : t('drop')}</p>
        <p className="soft">{file ? t('another') : t(kind === 'photo' ? 'limitsPhoto' : 'limits')}</p>
      </Upload.Dragger>
      {missing && (
        <p role="alert" className="drop-missing">
          {t('missing')}
        </p>
      )}
      {part !== undefined && command.isPending && (
        <Progress aria-label={t('sending')} percent={Math.round(part * 100)} status="active" size="small" />
      )}
      <div className="drop-gap" />
      {kinds && kind !== 'photo' && (
        <Form.Item name="expiresOn" label={t('expiresOn')} extra={t('expiresHint')}>
          <DayInput />
        </Form.Item>
      )}
      {kinds && abouts && abouts.length > 0 && kind !== 'photo' && (
        <Form.Item name="aboutId" label={t('about')} extra={t('aboutHint')}>
          <Select allowClear options={[...abouts]} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={command.isPending}>
        {t('upload')}
      </Button>
    </Form>
  );
}
