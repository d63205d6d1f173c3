import { Input, type InputRef, Menu } from 'antd';
import { type KeyboardEvent, type ReactElement, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Icon } from '../../shared/icons';
import { useMenu } from './use-menu';

export function Brand({ folded }: { folded: boolean }): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div className="brand" title={t('product')}>
      <svg width="22" height="22" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
        {[0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => (
          <rect
            key={i}
            x={(i % 3) * 8 + 1}
            y={Math.floor(i / 3) * 8 + 1}
            width="6"
            height="6"
            rx="1.2"
            opacity={i % 4 === 2 ? 0.45 : 1}
          />
        ))}
      </svg>
      {!folded && <span>{t('short')}</span>}
    </div>
  );
}

/** The menu tree with its search: `/` comes here from anywhere, Enter opens the first match. */
export function SideMenu({
  folded,
  searchRef,
  onGo,
}: {
  folded: boolean;
  searchRef: RefObject<InputRef | null>;
  onGo?: () => void;
}): ReactElement {
  const { t } = useTranslation('shell');
  const [wanted, setWanted] = useState('');
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const here = `/${pathname.split('/')[1] ?? ''}`;
  const menu = useMenu();
  const text = wanted.trim().toLowerCase();
  const groups = menu
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ label, path }) => `${label} ${path}`.toLowerCase().includes(text)),
    }))
    .filter(({ entries }) => entries.length > 0);
  const go = (path: string): void => {
    setWanted('');
    void navigate(path);
    onGo?.();
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setWanted('');
    const first = groups[0]?.entries[0];
    if (event.key === 'Enter' && text !== '' && first) go(first.path);
  };
  return (
    <div className="side-body">
      <Brand folded={folded} />
      {!folded && (
        <div className="menu-search">
          <Input
            ref={searchRef}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={keyed}
            prefix={<Icon name="search" />}
            placeholder={t('menuSearch')}
            aria-label={t('menuSearch')}
          />
        </div>
      )}
      <nav aria-label={t('mainMenu')}>
        <Menu
          theme="dark"
          mode="inline"
          inlineCollapsed={folded}
          selectedKeys={[here]}
          onClick={({ key }) => go(key)}
          items={groups.map(({ group, label, entries }) => ({
            key: group,
            type: 'group',
            label: folded ? null : label,
            children: entries.map((entry) => ({
              key: entry.path,
              icon: <Icon name={entry.icon} />,
              label: entry.label,
            })),
          }))}
        />
      </nav>
    </div>
  );
}
