import { useQuery } from '@tanstack/react-query';
import { Select, Spin } from 'antd';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from './api';
import { useCentre } from './session';

const SHOWN = 30;
/** People type several letters before they look. */
const PAUSE_MS = 200;

interface Option {
  value: number;
  label: string;
}

/** One worker, found by the server as in the roster: name, pinyin, initials, number, the last four of a phone or an ID number, grid. */
export function PersonPicker(given: { id?: string; value?: number; onChange?: (no: number) => void }): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<Option>();
  const asked = useLater(typed.trim(), PAUSE_MS);
  const found = useFound(asked);
  const options = useMemo(() => {
    const rows = (found.data ?? []).map(({ no, name }): Option => ({ value: no, label: `${name} · ${no}` }));
    const held = given.value === undefined || rows.some(({ value }) => value === given.value) ? [] : [given.value];
    return [...rows, ...held.map((no) => (picked?.value === no ? picked : { value: no, label: String(no) }))];
  }, [found.data, given.value, picked]);
  const coming = found.isPending || found.isPlaceholderData || asked !== typed.trim();
  return (
    <Select<number, Option>
      {...given}
      onChange={(no, option) => {
        setPicked([option].flat()[0]);
        given.onChange?.(no);
      }}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={options}
      loading={coming}
      notFoundContent={coming ? <Spin size="small" /> : undefined}
      placeholder={t('pickPerson')}
    />
  );
}

/** The first of those whom a text means. */
function useFound(search: string) {
  const { id } = useCentre();
  return useQuery({
    queryKey: ['workers', id, 'found', search],
    queryFn: () => api.workers.page(id, { search: search || undefined, limit: SHOWN }).then(({ workers }) => workers),
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
}

/** The value once it has stood still for so long. */
function useLater(value: string, pause: number): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return later;
}
