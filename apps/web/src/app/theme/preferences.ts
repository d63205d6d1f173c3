import { oneOf, stored } from '../../shared/stored';

export type Language = 'zh-CN' | 'en';
export type ColourScheme = 'light' | 'dark';
export type TextSize = 'normal' | 'large' | 'huge';

const prefersDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** How the screen looks, per browser. Chinese first, whatever the browser speaks: it is what the office works in. */
export const language = stored<Language>('language', 'zh-CN', oneOf('zh-CN', 'en'));
export const colourScheme = stored<ColourScheme>('colours', prefersDark() ? 'dark' : 'light', oneOf('light', 'dark'));
export const textSize = stored<TextSize>('text', 'normal', oneOf('normal', 'large', 'huge'));
export const menuFolded = stored<boolean>(
  'menu.folded',
  false,
  (value): value is boolean => typeof value === 'boolean',
);
