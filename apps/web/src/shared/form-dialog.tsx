import { Button, Form, Modal } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueryKey } from '@tanstack/react-query';
import { useCommand } from './commands';
import { ProblemAlert, showInForm, useTextOf } from './problem-view';

interface Props<Fields extends object> {
  /** Names the form; ids in one document must not meet. */
  name: string;
  title: string;
  open: boolean;
  onClose: () => void;
  initial?: Partial<Fields>;
  about?: string;
  /** @param key the same for every try of the same fields, for commands that are done once */
  save: (fields: Fields, key: string) => Promise<unknown>;
  touches: QueryKey[];
  done: string;
  children: ReactNode;
}

/** A dialog with a few fields: what is wrong stands beside its field, what was typed stays. */
export function FormDialog<Fields extends object>(props: Props<Fields>): ReactElement {
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
      <Fields {...props} />
    </Modal>
  );
}

function Fields<F extends object>({
  name,
  onClose,
  initial,
  about,
  save,
  touches,
  done,
  children,
}: Props<F>): ReactElement {
  const { t } = useTranslation();
  const textOf = useTextOf();
  const [form] = Form.useForm<F>();
  const [refused, setRefused] = useState<unknown>();
  const command = useCommand<F>({
    run: (fields, key) =>
      save(
        Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as F,
        key,
      ),
    touches,
    done,
    onDone: onClose,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  return (
    <Form<F>
      name={name}
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={() => setRefused(undefined)}
      onFinish={command.mutate}
    >
      {about && <p className="soft">{about}</p>}
      {refused !== undefined && <ProblemAlert error={refused} />}
      {children}
      <Button type="primary" htmlType="submit" block loading={command.isPending}>
        {t('action.save')}
      </Button>
    </Form>
  );
}
