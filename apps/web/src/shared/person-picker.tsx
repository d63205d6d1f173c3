import { Select } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkerNames } from '../pages/runs/queries';

/** One worker, found by name or number. */
export function PersonPicker(given: { id?: string; value?: number; onChange?: (no: number) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useWorkerNames();
  const options = useMemo(() => [...names].map(([value, name]) => ({ value, label: `${name} · ${value}` })), [names]);
  return (
    <Select<number>
      {...given}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      loading={names.size === 0}
      placeholder={t('pickPerson')}
    />
  );
}
