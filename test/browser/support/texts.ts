import { projectRoot } from '@gridstaff/runtime';
import i18next, { type TFunction } from 'i18next';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Language = 'zh-CN' | 'en';

const FOLDER = path.join(projectRoot(), 'apps/web/src/locales');
const known = new Map<Language, TFunction>();

/** What the screen says, from the files that the web app reads: a button that is renamed there is renamed here. @throws Error for a key that nobody defined */
export function textsOf(language: Language): TFunction {
  const found = known.get(language);
  if (found) return found;
  const texts = Object.fromEntries(
    readdirSync(path.join(FOLDER, language)).map((file) => [
      path.basename(file, '.json'),
      JSON.parse(readFileSync(path.join(FOLDER, language, file), 'utf8')) as object,
    ]),
  );
  const instance = i18next.createInstance({
    lng: language,
    resources: { [language]: texts },
    defaultNS: 'common',
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text for ${key}`);
    },
  });
  void instance.init();
  known.set(language, instance.t);
  return instance.t;
}
