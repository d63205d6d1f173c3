import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { entryOf, labelKey, MENU, type MenuEntry, needsCentre, type PageEntry } from '../pages';
import { type Session, useSession } from '../../shared/session';

export const mayOpen = (session: Session, entry: PageEntry | undefined): boolean =>
  entry !== undefined &&
  (entry.permissions.length === 0 || entry.permissions.some(session.can)) &&
  (session.centre !== undefined || !needsCentre(entry));

export interface LabelledEntry extends MenuEntry {
  label: string;
}

/** What the account may open, in the order of the menu. */
export function useMenu(): { group: string; label: string; entries: LabelledEntry[] }[] {
  const { t } = useTranslation('shell');
  const session = useSession();
  return useMemo(
    () =>
      MENU.map(({ group, entries }) => ({
        group,
        label: t(`group.${group}`),
        entries: entries
          .filter(({ path }) => mayOpen(session, entryOf(path)))
          .map((entry) => ({ ...entry, label: t(labelKey(entry.path)) })),
      })).filter(({ entries }) => entries.length > 0),
    [t, session],
  );
}
