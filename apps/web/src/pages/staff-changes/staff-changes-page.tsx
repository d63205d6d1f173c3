import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shared/page';
import { useSession } from '../../shared/session';
import { NewAct } from './new-act';
import { PastActs } from './past-acts';
import './staff-changes.css';

/** 批量变动: transfers, grades, renewals and returns of many people in one dated act, and the acts of before. */
export default function StaffChangesPage(): ReactElement {
  const { t } = useTranslation('staff');
  const { can } = useSession();
  return (
    <Page tabTitle={t('title')} title={t('title')} sub={t('about')}>
      <div className="stack">
        {can('roster:write') && <NewAct />}
        <PastActs />
      </div>
    </Page>
  );
}
