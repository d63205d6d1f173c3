import type { ConfigProviderProps } from 'antd';
import en from 'antd/es/locale/en_US';
import zh from 'antd/es/locale/zh_CN';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../theme/preferences';

type Texts = NonNullable<ConfigProviderProps['locale']>;

/** The component library's own words; the calendar's head is ours, as no date library is there to know it. */
export function useLibraryTexts(language: Language): Texts {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const base = (language === 'en' ? en : zh) as Texts;
    if (!base.DatePicker) return base;
    const heads = {
      shortWeekDays: t('calendar.weekDays').split(' '),
      shortMonths: t('calendar.months').split(' '),
    };
    return { ...base, DatePicker: { ...base.DatePicker, lang: { ...base.DatePicker.lang, ...heads } } };
    // The words change when the language has arrived, which the key function does not show.
  }, [language, t, i18n.language]);
}
