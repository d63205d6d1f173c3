import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/icons';
import { colourScheme, language, textSize, type TextSize } from '../theme/preferences';

/** Says the name of the other language, in that language. */
export function LanguageButton(): ReactElement {
  const { t } = useTranslation('shell');
  const lng = language.use();
  const other = lng === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      icon={<Icon name="language" />}
      onClick={() => language.set(other)}
      lang={other}
      aria-label={t('otherLanguage')}
    >
      <span className="wide-only">{t('otherLanguage')}</span>
    </Button>
  );
}

export function SchemeButton(): ReactElement {
  const { t } = useTranslation('shell');
  const dark = colourScheme.use() === 'dark';
  const label = dark ? t('screen.light') : t('screen.dark');
  return (
    <Button
      type="text"
      icon={<Icon name={dark ? 'sun' : 'moon'} />}
      aria-label={label}
      title={label}
      onClick={() => colourScheme.set(dark ? 'light' : 'dark')}
    />
  );
}

export function TextSizeButton(): ReactElement {
  const { t } = useTranslation('shell');
  const size = textSize.use();
  const sizes: TextSize[] = ['normal', 'large', 'huge'];
  const items = sizes.map((key) => ({ key, label: t(`text.${key}`) }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: true, selectedKeys: [size], onClick: ({ key }) => textSize.set(key as TextSize) }}
    >
      <Button type="text" icon={<Icon name="text" />} aria-label={t('screen.text')} title={t('screen.text')} />
    </Dropdown>
  );
}
