import { Form, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { tags, type TaggingInput } from '../../shared/api/tag-calls';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { FormDialog } from '../../shared/form-dialog';
import { useCentre } from '../../shared/session';
import { useTagName, useTags } from './queries';

interface Fields extends Pick<TaggingInput, 'held' | 'from' | 'reason'> {
  code: string;
}

/** Marks one or many people with a tag from a day on, or takes it away. */
export function MarkDialog({
  workerNos,
  open,
  onClose,
}: {
  workerNos: readonly number[];
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('tags');
  const centre = useCentre();
  const all = useTags();
  const nameOf = useTagName();
  const required = [{ required: true, message: t('common:required') }];
  return (
    <FormDialog<Fields>
      name="mark"
      title={t('mark', { count: workerNos.length })}
      about={all.data?.length === 0 ? t('noneYet') : t('markAbout')}
      open={open}
      onClose={onClose}
      initial={{ held: true, from: today() }}
      save={({ code, ...fields }) => tags.mark(centre.id, code, { ...fields, workerNos: [...workerNos] })}
      touches={[['workers'], ['worker']]}
      done={t('marked')}
    >
      <Form.Item name="code" label={t('tag')} rules={required}>
        <Select
          options={(all.data ?? []).map(({ code, inUse }) => ({
            value: code,
            label: inUse ? nameOf(code) : t('outOfUse', { name: nameOf(code) }),
          }))}
        />
      </Form.Item>
      <Form.Item name="held" label={t('act')}>
        <Radio.Group
          options={[
            { value: true, label: t('give') },
            { value: false, label: t('takeAway') },
          ]}
        />
      </Form.Item>
      <Form.Item name="from" label={t('from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
