import { theme, type ThemeConfig } from 'antd';
import type { ColourScheme, TextSize } from './preferences';

const FONT =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
const FONT_SIZE: Record<TextSize, number> = { normal: 14, large: 16, huge: 18 };

/** Colours are chosen for at least 4.5 : 1 on what they stand on, in both schemes. */
const LIGHT: ThemeConfig['token'] = {
  colorPrimary: '#1550a8',
  colorInfo: '#1550a8',
  colorInfoBg: '#eaf2fd',
  colorInfoBorder: '#b7d0f3',
  colorPrimaryBg: '#e6effb',
  colorPrimaryBgHover: '#d6e5f9',
  colorSuccess: '#1e7b3c',
  colorWarning: '#9a5b00',
  colorError: '#c02026',
  colorLink: '#1550a8',
  colorLinkHover: '#0f4290',
  colorLinkActive: '#0c3574',
  colorBgLayout: '#f3f5f9',
  colorBorderSecondary: '#e6e9f0',
  colorText: '#1c2430',
  colorTextSecondary: '#4e5969',
  colorTextTertiary: '#5d6878',
  colorTextDescription: '#5d6878',
  colorTextPlaceholder: '#6b7585',
  colorTextDisabled: '#6f7987',
};

const DARK: ThemeConfig['token'] = {
  colorPrimary: '#7fb2ff',
  colorInfo: '#7fb2ff',
  colorSuccess: '#58b878',
  colorWarning: '#e0a13c',
  colorError: '#ff8f95',
  colorLink: '#82b1f5',
  colorLinkHover: '#a5c8fa',
  colorLinkActive: '#6ea2ec',
  colorBgLayout: '#0f141c',
  colorBgContainer: '#171e29',
  colorBgElevated: '#1e2734',
  colorBorderSecondary: '#2a3442',
  colorText: '#e6ebf2',
  colorTextSecondary: '#b4bfcd',
  colorTextTertiary: '#9fabbb',
  colorTextDescription: '#9fabbb',
  colorTextPlaceholder: '#93a0b1',
  colorTextDisabled: '#8794a5',
};

/** Asked of the system: people whom movement makes unwell have it off. */
const CALM = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export function themeOf(scheme: ColourScheme, size: TextSize): ThemeConfig {
  const dark = scheme === 'dark';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    zeroRuntime: true,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: FONT_SIZE[size],
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: size === 'normal' ? 32 : 40,
      motion: !CALM,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Layout: {
        headerBg: dark ? '#171e29' : '#ffffff',
        siderBg: dark ? '#131a24' : '#0f2a52',
        triggerBg: dark ? '#131a24' : '#0b2144',
        bodyBg: dark ? '#0f141c' : '#f3f5f9',
        headerHeight: 48,
        headerPadding: '0 12px',
      },
      Menu: {
        darkItemBg: dark ? '#131a24' : '#0f2a52',
        darkSubMenuItemBg: dark ? '#0f151e' : '#0b2144',
        darkItemSelectedBg: '#1f63c4',
        darkItemColor: '#d3deee',
        darkGroupTitleColor: '#a9bbd6',
        ...(dark ? { itemSelectedColor: '#a9cbff', itemSelectedBg: '#1b3252' } : {}),
        itemHeight: size === 'normal' ? 38 : 44,
      },
      Table: {
        headerBg: dark ? '#1e2734' : '#f0f3f8',
        headerColor: dark ? '#d5dde8' : '#354052',
        headerSplitColor: 'transparent',
        rowHoverBg: dark ? '#1c2633' : '#f4f8ff',
        cellPaddingBlockMD: 9,
        cellPaddingInlineMD: 12,
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 10,
      },
      // White on the lighter blue and red of the dark scheme would be too faint.
      Button: dark ? { primaryColor: '#0c1420', dangerColor: '#0c1420' } : {},
    },
  };
}
