import type { ReactElement } from 'react';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../../shared/page';
import { useSession } from '../../shared/session';
import { Tabs } from '../../shared/tabs';
import { AgenciesPart } from './agencies-part';
import { DictionaryPart } from './dictionary-part';
import { GradesPart } from './grades-part';
import { SchemePart } from './scheme-part';
import { UnitsPart } from './units-part';
import './settings.css';

/** What a centre is set up with, in the order in which it is set up. */
export default function SettingsPage(): ReactElement {
  const { t } = useTranslation('settings');
  const { can } = useSession();
  const [search] = useSearchParams();
  const people = can('roster:read');
  const parts = [
    ...(people
      ? [
          { key: 'units', label: t('part.units'), children: <UnitsPart /> },
          { key: 'agencies', label: t('part.agencies'), children: <AgenciesPart /> },
          { key: 'grades', label: t('part.grades'), children: <GradesPart /> },
          { key: 'dictionary', label: t('part.dictionary'), children: <DictionaryPart /> },
        ]
      : []),
    ...(can('run:read') ? [{ key: 'scheme', label: t('part.scheme'), children: <SchemePart /> }] : []),
  ];
  return (
    <Page tabTitle={t('title')} title={t('title')}>
      <Card size="small">
        <Tabs label={t('title')} items={parts} first={search.get('part') ?? undefined} />
      </Card>
    </Page>
  );
}
