import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { language } from '../theme/preferences';

/** One file per language and page area; a page's texts arrive with the page. */
const FILES = import.meta.glob<ResourceKey>('../../locales/*/*.json', { import: 'default' });

const fileOf = (lng: string, area: string): (() => Promise<ResourceKey>) | undefined =>
  FILES[`../../locales/${lng}/${area}.json`];

/** Fetches words that will be asked for, before anybody asks. */
export function textsAhead(areas: readonly string[]): void {
  // Whoever needs them tells of a failure.
  for (const area of areas) fileOf(language.get(), area)?.().catch(() => undefined);
}

const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (lng, namespace, done) => {
    const load = fileOf(lng, namespace);
    if (!load) return done(new Error(`no texts for ${namespace}`), null);
    load().then(
      (texts) => done(null, texts),
      (error: unknown) => done(error as Error, null),
    );
  },
};

export const i18nReady = i18next
  .use(files)
  .use(initReactI18next)
  .init({
    lng: language.get(),
    fallbackLng: false,
    ns: ['common', 'shell'],
    defaultNS: 'common',
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: true },
  });

export { i18next };
