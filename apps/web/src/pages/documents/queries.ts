import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../shared/api';
import { type DocumentKind, type DocumentOwner, documents, type StoredDocument } from '../../shared/api/document-calls';
import { useCentre } from '../../shared/session';

export function useDocuments(owner: DocumentOwner): UseQueryResult<StoredDocument[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['documents', id, owner], queryFn: () => documents.list(id, owner) });
}

/** Kinds of the product and of the centre, those out of use too: what is kept has a name. */
export function useDocumentKinds(): UseQueryResult<DocumentKind[]> {
  const { id } = useCentre();
  return useQuery({ queryKey: ['document-kinds', id], queryFn: () => documents.kinds(id), staleTime: 300_000 });
}

/** What a kind is called in the language of the screen. */
export function useKindName(subject: DocumentKind['subject']): (code: string) => string {
  const { i18n } = useTranslation();
  const kinds = useDocumentKinds();
  return (code) => {
    const found = kinds.data?.find((kind) => kind.subject === subject && kind.code === code);
    return found ? (i18n.language === 'en' ? found.name_en : found.name_zh) : code;
  };
}

/** The latest photo that is not withdrawn. */
export function usePhoto(workerNo: number): { id: Id | undefined; source: string | undefined } {
  const centre = useCentre();
  const list = useDocuments({ workerNo });
  const id = list.data?.findLast(({ kind, withdrawnAt }) => kind === 'photo' && withdrawnAt === null)?.id;
  const photo = useQuery({
    queryKey: ['photo', centre.id, workerNo, id],
    queryFn: () => documents.photo(centre.id, workerNo),
    enabled: id !== undefined,
    staleTime: Infinity,
  });
  return { id, source: photo.data };
}
