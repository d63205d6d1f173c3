import type { TFunction } from 'i18next';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { PASSWORD } from '../../e2e/api-support';
import { type Finding, seriousFindings } from './axe';
import { type Language, textsOf } from './texts';

/** Nothing on a busy machine takes longer. */
const PATIENCE_MS = 15_000;
/** More stops on the way than any page has. */
const MOST_STOPS = 80;
const DESCRIBED_LINES = 60;
const FOLLOWS_MS = 3_000;
/** What a browser says by itself of an answer that the page shows anyway. */
const NOT_OURS = 'Failed to load resource';
const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 375, height: 760 };

const open = new Set<Screen>();

/** Called by the test environment. */
Object.assign(globalThis, {
  onTestFailure: async (test: string): Promise<void> => {
    for (const screen of open) process.stderr.write(`\n${test}: ${await screen.described()}\n`);
  },
});

interface Look {
  size?: { width: number; height: number };
  language?: Language;
  /** With the movements that most people see; left out: still, as for people who asked their system for it. */
  moving?: boolean;
}

/** One person at a screen, in one language: what the page complains about is kept. Everything is found as a reader finds it, by role and name. */
export class Screen {
  readonly complaints: string[] = [];
  readonly t: TFunction;

  private constructor(
    readonly page: Page,
    private readonly url: string,
    readonly language: Language,
  ) {
    this.t = textsOf(language);
    open.add(this);
    page.on('close', () => open.delete(this));
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !message.text().startsWith(NOT_OURS))
        this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** The sign-in page in a browser that was never here. */
  static async open(
    browser: Browser,
    url: string,
    { size, language = 'zh-CN', moving = false }: Look = {},
  ): Promise<Screen> {
    const context = await browser.newContext({
      viewport: size ?? DESK,
      locale: 'zh-CN',
      reducedMotion: moving ? 'no-preference' : 'reduce',
    });
    const page = await context.newPage();
    await page.goto(url);
    if (language === 'en') await page.getByRole('button', { name: textsOf('zh-CN')('shell:otherLanguage') }).click();
    return new Screen(page, url, language);
  }

  static async signedIn(browser: Browser, url: string, name: string, look?: Look): Promise<Screen> {
    const screen = await Screen.open(browser, url, look);
    await screen.signIn(name);
    return screen;
  }

  /** The same screen, once its language was changed. */
  in(language: Language): Screen {
    return new Screen(this.page, this.url, language);
  }

  /** Another tab of the same person. */
  async secondTab(path: string): Promise<Screen> {
    const page = await this.context.newPage();
    const second = new Screen(page, this.url, this.language);
    await second.go(path);
    return second;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The path of the page that is open. */
  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  button(key: string, params?: Record<string, unknown>): Locator {
    return this.page.getByRole('button', { name: this.t(key, params), exact: true });
  }

  /** A button of the dialog; the page below may have one of the same name. */
  answer(key: string): Locator {
    return this.dialog.getByRole('button', { name: this.t(key), exact: true });
  }

  link(key: string): Locator {
    return this.page.getByRole('link', { name: this.t(key), exact: true });
  }

  field(key: string): Locator {
    return this.page.getByLabel(this.t(key));
  }

  text(key: string, params?: Record<string, unknown>): Locator {
    return this.page.getByText(this.t(key, params));
  }

  async signIn(name: string): Promise<void> {
    await this.field('shell:signIn.name').fill(name);
    await this.field('shell:signIn.password').fill(PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.button('shell:foldMenu').waitFor();
  }

  /** The dialog over a page whose session has ended. */
  async signInAgain(): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: this.t('shell:again.title') });
    await dialog.getByLabel(this.t('shell:signIn.password')).fill(PASSWORD);
    await dialog.getByRole('button', { name: this.t('shell:signIn.submit') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** A picture to be looked at, into the folder that GRID_PICTURES names; none without. */
  async picture(name: string): Promise<void> {
    const folder = process.env.GRID_PICTURES;
    if (folder) await this.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, animations: 'disabled' });
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }


  /** @param name of the page, as in its path */
  async menu(name: string): Promise<void> {
    await this.page.getByRole('menuitem', { name: this.t(`shell:menu.${name}`), exact: true }).click();
    await this.page.waitForURL((url) => url.pathname === `/${name}`);
  }

  /** The same on a phone, where the menu comes out of the side. */
  async drawnMenu(name: string): Promise<void> {
    await this.button('shell:foldMenu').click();
    await this.menu(name);
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** A date or month, typed and taken over. */
  async date(key: string, value: string): Promise<void> {
    const field = this.dialog.getByLabel(this.t(key));
    await field.fill(value);
    await field.press('Tab');
  }

  /** The button of the page, then the same in the dialog that asks. */
  async confirmed(key: string, reason?: string): Promise<void> {
    await this.button(key).click();
    if (reason !== undefined) await this.dialog.getByLabel(this.t('common:reasonLabel')).fill(reason);
    await this.answer(key).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  tab(key: string, params?: Record<string, unknown>): Locator {
    return this.page.getByRole('tab', { name: this.t(key, params) });
  }

  /** On the page of imports, the dialog of one kind. */
  async startImport(kind: string): Promise<void> {
    const card = this.page.getByRole('main').locator('.ant-card', {
      has: this.page.getByRole('heading', { name: this.t(`imports:kind.${kind}`), exact: true }),
    });
    await card.getByRole('button', { name: this.t('imports:start') }).click();
    await this.dialog.waitFor();
  }

  /** Hands a file to the dialog, which looks at it at once. */
  async choose(name: string, buffer: Buffer): Promise<void> {
    await this.dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  /** A figure of the preview. */
  async tile(part: 'created' | 'changed' | 'same' | 'wrong'): Promise<string | null> {
    const label = this.dialog.getByRole('term').filter({ hasText: this.t(`imports:preview.${part}`) });
    return label.locator('xpath=following-sibling::*[1]').textContent();
  }

  /** From the preview to the closed dialog. */
  async finishImport(): Promise<void> {
    await this.answer('imports:dialog.confirm').click();
    await this.dialog
      .getByRole('status')
      .getByRole('button', { name: this.t('common:action.close') })
      .click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** By its own button; what was begun in it is given up. */
  async closeDialog(): Promise<void> {
    await this.dialog
      .getByRole('button', { name: this.t('common:action.close') })
      .first()
      .click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The file that an act hands to the browser. */
  async downloaded(act: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return readFileSync(await download.path());
  }

  /** What the menu offers, as in the paths of the pages. */
  async menuNames(): Promise<string[]> {
    const items = this.page.getByRole('navigation', { name: this.t('shell:mainMenu') }).getByRole('menuitem');
    await items.first().waitFor();
    const labels = this.t('shell:menu', { returnObjects: true }) as Record<string, string>;
    const nameOf = new Map(Object.entries(labels).map(([name, label]) => [label, name]));
    return (await items.allTextContents()).map((label) => nameOf.get(label) ?? `no page is called ${label}`);
  }

  /** The page of the address is in front, and everything it waited for is there. */
  async settled(): Promise<void> {
    await this.page.locator(`[aria-current=page][href^="${this.path}"]`).waitFor();
    await this.page.locator('main:visible h1').waitFor();
    await this.page
      .locator('.ant-skeleton-active:visible, .ant-spin-spinning:visible')
      .first()
      .waitFor({ state: 'detached' });
  }

  /** By Tab alone, from wherever the focus is. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let i = 0; i < MOST_STOPS; i++) {
      if ((await target.and(this.page.locator(':focus')).count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached with ${MOST_STOPS} tabs: ${String(target)}`);
  }

  /** Waits until it has the focus. */
  async focused(target: Locator): Promise<void> {
    await target.and(this.page.locator(':focus')).waitFor();
  }

  /** What a reader of the page would hear now. */
  async described(): Promise<string> {
    // What asks something first, then the page below it.
    const shown = [
      this.page.locator('[role=dialog]:visible'),
      this.page.locator('[role=alert]:visible'),
      this.page.locator('main:visible'),
    ];
    const all = (await Promise.all(shown.map((part) => part.all()))).flat();
    const parts = await Promise.all(all.map((part) => part.ariaSnapshot().catch(String)));
    const focus = await this.page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)').catch(String);
    return [this.page.url(), `focus: ${focus}`, ...this.complaints, ...parts]
      .join('\n')
      .split('\n')
      .slice(0, DESCRIBED_LINES)
      .join('\n');
  }

  seriousFindings(): Promise<Finding[]> {
    return seriousFindings(this.page);
  }

  /** How many pixels the page stays wider than the screen: one that was just made narrow takes some frames to follow. */
  async overflow(): Promise<number> {
    const excess = 'document.documentElement.scrollWidth - window.innerWidth';
    await this.page.waitForFunction(`${excess} <= 0`, undefined, { timeout: FOLLOWS_MS }).catch(() => undefined);
    return this.page.evaluate<number>(excess);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
