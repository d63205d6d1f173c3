import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CustomField, customFields } from '../../shared/api/field-calls';
import { useCentre } from '../../shared/session';

export function useCustomFields(): UseQueryResult<CustomField[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['custom-fields', id], queryFn: () => customFields.list(id), staleTime: 300_000 });
}

/** What a field is called in the language of the screen. */
export function useFieldName(): (code: string) => string {
  const { i18n } = useTranslation();
  const all = useCustomFields();
  return (code) => {
    const found = all.data?.find((field) => field.code === code);
    return found ? (i18n.language === 'en' ? found.name_en : found.name_zh) : code;
  };
}
