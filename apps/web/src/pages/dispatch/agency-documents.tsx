import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../shared/api';
import type { DispatchAgreement } from '../../shared/api/dispatch-calls';
import { useSession } from '../../shared/session';
import { DocumentTable } from '../documents/document-table';

interface Props {
  agencyId: Id | undefined;
  name: string;
  /** The agreement beside which it was opened. */
  aboutId: Id | undefined;
  agreements: readonly DispatchAgreement[];
  onClose: () => void;
}

/** Papers of one agency, over the page of agreements. */
export function AgencyDocuments({ agencyId, name, aboutId, agreements, onClose }: Props): ReactElement {
  const { t } = useTranslation('documents');
  const { can } = useSession();
  const abouts = agreements
    .filter((one) => one.agencyId === agencyId)
    .map(({ factId, number, from }) => ({ value: factId, label: t('agreement', { number: number ?? '', from }) }));
  return (
    <Modal
      open={agencyId !== undefined}
      title={t('ofAgency', { name })}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
      width={1000}
    >
      {agencyId !== undefined && (
        <DocumentTable
          owner={{ agencyId }}
          subject="agency"
          abouts={abouts}
          aboutId={aboutId}
          mayAdd={can('agency:manage')}
          mayOpen
        />
      )}
    </Modal>
  );
}
