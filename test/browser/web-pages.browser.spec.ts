import type { Browser } from 'playwright-core';
import type { Role } from '@gridstaff/contracts';
import { calculatedRun, type Centre, openCentre } from './support/centre';
import { launch } from './support/chromium';
import { Screen } from './support/screen';

/** An account per role, and what its menu must offer and must not; whatever else is there is looked at too. */
const ROLES: [role: Role, account: string, offers: readonly string[], hides: readonly string[]][] = [
  ['hr', 'hr1', ['desk', 'approvals', 'roster', 'imports', 'runs'], ['users', 'audit']],
  ['finance', 'finance1', ['approvals', 'settlements', 'funds', 'imports'], ['users', 'audit']],
  ['leader', 'leader1', ['approvals', 'runs', 'funds'], ['imports', 'users', 'audit']],
  ['auditor', 'auditor1', ['audit', 'runs', 'funds'], ['approvals', 'imports', 'users']],
  ['system_admin', 'root1', ['users'], ['roster', 'runs', 'funds', 'imports', 'approvals']],
];

describe('the pages of the web app', () => {
  let centre: Centre;
  let browser: Browser;
  /** Seen in the other language and in the dark already: the next role's differ from it by a button or two, which its first look shows. */
  const seenTwice = new Set<string>();

  beforeAll(async () => {
    centre = await openCentre();
    await calculatedRun(centre);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await centre?.close();
  });

  it.each(ROLES)(
    'shows %s every page of the menu, and each page in both languages, light and dark',
    async (_, account, offers, hides) => {
      const screen = await Screen.signedIn(browser, centre.url, account);
      const names = await screen.menuNames();
      expect(names).toEqual(expect.arrayContaining([...offers]));
      expect(names.filter((name) => hides.includes(name))).toEqual([]);
      for (const name of names) {
        await screen.menu(name);
        await screen.settled();
        expect([name, await screen.seriousFindings()]).toEqual([name, []]);
      }
      await screen.button('shell:otherLanguage').click();
      const english = screen.in('en');
      await english.button('shell:screen.dark').click();
      // Both are kept; and what was open before is no longer in the page.
      await english.page.reload();
      await english.page.locator('html[lang=en]').waitFor();
      for (const name of names.filter((each) => !seenTwice.has(each))) {
        seenTwice.add(name);
        await english.menu(name);
        await english.settled();
        // Names of people and places stay; what the product says does not.
        const title = await english.page.locator('main:visible h1').textContent();
        expect([name, title]).toEqual([name, expect.not.stringMatching(/\p{sc=Han}/u)]);
        expect([name, await english.seriousFindings()]).toEqual([name, []]);
      }
      expect(screen.complaints).toEqual([]);
      await screen.close();
    },
  );
});
