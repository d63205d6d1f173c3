import { Button, Form } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/person-picker';
import { useWorkerNames } from '../runs/queries';

/** What can be done with an entry of the month. */
export function EntryActions({ onChange, onRetract }: { onChange: () => void; onRetract: () => void }): ReactElement {
  const { t } = useTranslation('month');
  return (
    <span style={{ display: 'flex', gap: 8 }}>
      <Button size="small" onClick={onChange}>
        {t('change')}
      </Button>
      <Button size="small" onClick={onRetract}>
        {t('retract')}
      </Button>
    </span>
  );
}

/** Whose entry it is: chosen for a new one, told for one that is changed. */
export function EntryPerson({ workerNo }: { workerNo: number | undefined }): ReactElement {
  const { t } = useTranslation('month');
  const names = useWorkerNames();
  if (workerNo !== undefined)
    return (
      <p>
        <strong>{names.get(workerNo) ?? workerNo}</strong>
      </p>
    );
  return (
    <Form.Item name="workerNo" label={t('name')} rules={[{ required: true, message: t('common:required') }]}>
      <PersonPicker />
    </Form.Item>
  );
}
