import { Button, Form, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentOwner, documents } from '../../shared/api/document-calls';
import { type Download, saveFile } from '../../shared/api/http';
import { useCommand } from '../../shared/commands';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';

export interface Opening {
  id: string;
  title: string;
}

/** Why a paper is opened; then it is handed to the browser. */
export function OpenDialog({
  owner,
  opening,
  onClose,
}: {
  owner: DocumentOwner;
  opening: Opening | undefined;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('documents');
  return (
    <Modal
      open={opening !== undefined}
      title={opening?.title}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
      width={460}
    >
      {opening && <OpenForm owner={owner} id={opening.id} onClose={onClose} about={t('openAbout')} />}
    </Modal>
  );
}

function OpenForm({
  owner,
  id,
  onClose,
  about,
}: {
  owner: DocumentOwner;
  id: string;
  onClose: () => void;
  about: string;
}): ReactElement {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const [refused, setRefused] = useState<unknown>();
  const open = useCommand<string, Download>({
    run: (purpose) => documents.open(centre.id, owner, id, purpose),
    touches: [],
    onDone: ({ blob, name }) => {
      saveFile(blob, name ?? 'document');
      onClose();
    },
    onRefused: setRefused,
  });
  return (
    <Form<{ purpose: string }>
      name="open-document"
      layout="vertical"
      onFinish={({ purpose }) => (setRefused(undefined), open.mutate(purpose.trim()))}
    >
      <p className="soft">{about}</p>
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item
        name="purpose"
        label={t('purpose')}
        rules={[{ required: true, whitespace: true, message: t('common:required') }]}
      >
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={open.isPending}>
        {t('open')}
      </Button>
    </Form>
  );
}
