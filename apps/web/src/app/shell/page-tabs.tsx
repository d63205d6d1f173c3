import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../shared/icons';
import { labelKey } from '../pages';
import { HOME, type Tab, type Tabs } from './tabs';

export function PageTabs({ tabs, here, close, closeOthers, refresh }: Tabs): ReactElement {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const titleOf = (tab: Tab): string =>
    tab.title || t(labelKey(`/${tab.key.split('/')[1] ?? ''}`), { defaultValue: '…' });
  const again = (): void => {
    refresh();
    void client.invalidateQueries();
  };
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.querySelector('[data-here=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here, tabs.length]);
  const items = [
    { key: 'refresh', label: t('tabs.refresh'), icon: <Icon name="refresh" />, onClick: again },
    { key: 'others', label: t('tabs.closeOthers'), icon: <Icon name="close" />, onClick: closeOthers },
  ];
  return (
    <nav className="page-tabs" aria-label={t('tabs.name')}>
      <div className="strip" ref={strip}>
        {tabs.map((tab) => (
          <div key={tab.key} className="page-tab" data-here={tab.key === here}>
            <Link to={tab.key + tab.search} aria-current={tab.key === here ? 'page' : undefined}>
              {titleOf(tab)}
            </Link>
            {tab.key === HOME ? (
              <span className="no-close" />
            ) : (
              <button
                type="button"
                aria-label={t('tabs.close', { title: titleOf(tab) })}
                onClick={() => close(tab.key)}
              >
                <Icon name="close" size={12} />
              </button>
            )}
          </div>
        ))}
      </div>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" icon={<Icon name="more" />} aria-label={t('tabs.more')} style={{ alignSelf: 'center' }} />
      </Dropdown>
    </nav>
  );
}
