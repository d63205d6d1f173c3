import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../shared/page-title';
import { LanguageButton, SchemeButton } from '../shell/screen-buttons';
import { SignInForm } from './sign-in-form';

/** The frame of everything before the shell. */
export function EntryFrame({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div className="sign-in">
      <header className="picture">
        <svg className="mesh" width="420" height="420" viewBox="0 0 42 42" aria-hidden="true" fill="#fff">
          {Array.from({ length: 36 }, (_, i) => (
            <rect
              key={i}
              x={(i % 6) * 7}
              y={Math.floor(i / 6) * 7}
              width="5.4"
              height="5.4"
              rx="1"
              opacity={(i * 7) % 5 === 0 ? 1 : 0.4}
            />
          ))}
        </svg>
        <h1>{t('product')}</h1>
        <p>{t('signIn.about')}</p>
      </header>
      <main className="form" style={{ position: 'relative' }}>
        <div className="corner">
          <LanguageButton />
          <SchemeButton />
        </div>
        <div className="inner">{children}</div>
      </main>
    </div>
  );
}

export function SignInPage(): ReactElement {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  usePageTitle(t('signIn.title'));
  return (
    <EntryFrame>
      <h2>{t('signIn.title')}</h2>
      <SignInForm onSignedIn={() => void client.invalidateQueries()} />
      <p className="soft">{t('signIn.help')}</p>
    </EntryFrame>
  );
}
