import { Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../shared/page';
import { Tabs } from '../../shared/tabs';
import { Agreements } from './agreements';
import { Expiries } from './expiries';
import { Findings } from './findings';

/** 派遣合规: what the law of dispatch wants looked at, what ends soon, and what was agreed with the agencies. */
export default function DispatchPage(): ReactElement {
  const { t } = useTranslation('dispatch');
  const [search, setSearch] = useSearchParams();
  return (
    <Page tabTitle={t('title')} title={t('title')} sub={t('about')}>
      <Card size="small">
        <Tabs
          label={t('title')}
          first={search.get('part') ?? undefined}
          onChoose={(part) => setSearch({ part }, { replace: true })}
          items={[
            { key: 'expiries', label: t('part.expiries'), children: <Expiries /> },
            { key: 'findings', label: t('part.findings'), children: <Findings /> },
            { key: 'agreements', label: t('part.agreements'), children: <Agreements /> },
          ]}
        />
      </Card>
    </Page>
  );
}
