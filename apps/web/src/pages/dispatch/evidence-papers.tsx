import { Button, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documents } from '../../shared/api/document-calls';
import type { ReturnEvidence } from '../../shared/api/dispatch-calls';
import { Icon } from '../../shared/icons';
import { useCentre, useSession } from '../../shared/session';
import { TextButton } from '../../shared/text-button';
import { OpenDialog, type Opening } from '../documents/open-dialog';
import { useDocuments } from '../documents/queries';
import { UploadDialog } from '../documents/upload-dialog';

/** The papers of one piece of evidence: what is said of it stands beside them. */
export function EvidencePapers({ no, evidence }: { no: number; evidence: ReturnEvidence }): ReactElement {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const { can } = useSession();
  const owner = { workerNo: no };
  const query = useDocuments(owner);
  const [adding, setAdding] = useState(false);
  const [opening, setOpening] = useState<Opening>();
  const papers = (query.data ?? []).filter(
    ({ aboutId, withdrawnAt }) => aboutId === evidence.id && withdrawnAt === null,
  );
  return (
    <Space size={4} wrap>
      {papers.map(({ id, name }) =>
        can('worker:reveal') ? (
          <TextButton key={id} onClick={() => setOpening({ id, title: name ?? '' })}>
            {name}
          </TextButton>
        ) : (
          <span key={id}>{name}</span>
        ),
      )}
      {evidence.withdrawnAt === null && (
        <Button
          size="small"
          icon={<Icon name="plus" />}
          aria-label={t('attachTo', { name: evidence.document })}
          onClick={() => setAdding(true)}
        >
          {t('attach')}
        </Button>
      )}
      <OpenDialog owner={owner} opening={opening} onClose={() => setOpening(undefined)} />
      <UploadDialog
        title={t('attachTo', { name: evidence.document })}
        open={adding}
        onClose={() => setAdding(false)}
        send={(_, file, onProgress) => documents.addEvidence(centre.id, no, evidence.id, file, onProgress)}
        touches={[['documents', centre.id]]}
      />
    </Space>
  );
}
