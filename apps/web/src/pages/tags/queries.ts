import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PeopleTag, tags } from '../../shared/api/tag-calls';
import { useCentre } from '../../shared/session';

export function useTags(): UseQueryResult<PeopleTag[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['tags', id], queryFn: () => tags.list(id), staleTime: 300_000 });
}

/** What a tag is called in the language of the screen. */
export function useTagName(): (code: string) => string {
  const { i18n } = useTranslation();
  const all = useTags();
  return (code) => {
    const found = all.data?.find((tag) => tag.code === code);
    return found ? (i18n.language === 'en' ? found.name_en : found.name_zh) : code;
  };
}
