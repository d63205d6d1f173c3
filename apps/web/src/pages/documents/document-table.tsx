import { Button, Checkbox, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentKind, type DocumentOwner, documents, type StoredDocument } from '../../shared/api/document-calls';
import { useAsk } from '../../shared/ask';
import { formatInstant, today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { QueryView } from '../../shared/query-view';
import { useCentre } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { Who } from '../../shared/who';
import { OpenDialog, type Opening } from './open-dialog';
import { useDocumentKinds, useDocuments, useKindName } from './queries';
import { type Choice, UploadDialog } from './upload-dialog';

/** Recorded from the evidence of a return alone. */
const ELSEWHERE = 'return_evidence';
const KILOBYTE = 1024;

const sizeOf = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;

interface Props {
  owner: DocumentOwner;
  subject: DocumentKind['subject'];
  /** Recorded rows that a paper may prove. */
  abouts?: readonly Choice[];
  /** What a new paper is about until something else is chosen. */
  aboutId?: string;
  mayAdd: boolean;
  mayOpen: boolean;
}

/** The papers of one person or agency: kept, opened for a purpose, withdrawn with a reason. */
export function DocumentTable({ owner, subject, abouts, aboutId, mayAdd, mayOpen }: Props): ReactElement {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const query = useDocuments(owner);
  const kinds = useDocumentKinds();
  const nameOf = useKindName(subject);
  const [adding, setAdding] = useState(false);
  const [opening, setOpening] = useState<Opening>();
  const [past, setPast] = useState(false);
  const [ask, dialog] = useAsk();
  const touches = [['documents', centre.id], ['dispatch']];
  const withdraw = useCommand<{ id: string; reason: string }>({
    run: ({ id, reason }) => documents.withdraw(centre.id, owner, id, reason),
    touches,
    onRefused: () => undefined,
  });
  const choices = (kinds.data ?? [])
    .filter((kind) => kind.subject === subject && kind.inUse && kind.code !== ELSEWHERE)
    .map(({ code }) => ({ value: code, label: nameOf(code) }));
  const aboutOf = ({ aboutId: id }: StoredDocument): string =>
    abouts?.find(({ value }) => value === id)?.label ?? (id === null ? '' : t('aboutOther'));
  const actions = (one: StoredDocument): ReactElement | null =>
    one.withdrawnAt !== null ? (
      <span>
        <Tag tone="plain">{t(one.erasedAt === null ? 'withdrawn' : 'erased')}</Tag> {one.withdrawnReason}
      </span>
    ) : (
      <Space size={4}>
        {mayOpen && (
          <Button
            size="small"
            icon={<Icon name="download" />}
            onClick={() => setOpening({ id: one.id, title: `${nameOf(one.kind)} ${one.name ?? ''}` })}
          >
            {t('open')}
          </Button>
        )}
        {mayAdd && (
          <Button
            size="small"
            onClick={() =>
              ask({
                ...{
                  title: t('withdraw'),
                  text: `${nameOf(one.kind)} ${one.name ?? ''}`,
                  confirm: t('withdraw'),
                  danger: true,
                  reason: true,
                },
                act: (reason) => withdraw.mutateAsync({ id: one.id, reason }),
              })
            }
          >
            {t('withdraw')}
          </Button>
        )}
      </Space>
    );
  return (
    <>
      <div className="filter-row">
        <Checkbox checked={past} onChange={({ target }) => setPast(target.checked)}>
          {t('withdrawnToo')}
        </Checkbox>
        {mayAdd && (
          <span style={{ marginLeft: 'auto' }}>
            <Button size="small" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </span>
        )}
      </div>
      <QueryView query={query} rows={2} inline>
        {(all) => (
          <DataTable<StoredDocument>
            name={`documents-${subject}`}
            label={t('title')}
            size="small"
            rows={all.filter(({ withdrawnAt }) => past || withdrawnAt === null)}
            rowKey={({ id }) => id}
            empty={<EmptyHint title={t('none')} text={mayAdd ? t('noneText') : undefined} />}
            columns={[
              { key: 'kind', title: t('kind'), width: 140, always: true, render: (_, { kind }) => nameOf(kind) },
              {
                ...{ key: 'name', title: t('file'), width: 190 },
                render: (_, { name, size }) => (
                  <>
                    {name ?? '–'} <small className="soft number">{sizeOf(size)}</small>
                  </>
                ),
              },
              {
                ...{ key: 'expires', title: t('expiresOn'), width: 120 },
                render: (_, { expiresOn }) =>
                  expiresOn !== null && expiresOn < today() ? (
                    <Tag tone="bad" icon="warn">
                      {t('ended', { day: expiresOn })}
                    </Tag>
                  ) : (
                    <span className="number">{expiresOn ?? '–'}</span>
                  ),
              },
              ...(abouts
                ? [
                    {
                      key: 'about',
                      title: t('about'),
                      width: 170,
                      render: (_: unknown, one: StoredDocument) => aboutOf(one),
                    },
                  ]
                : []),
              {
                ...{ key: 'when', title: t('recordedAt'), width: 150 },
                render: (_, { recordedAt, recordedBy }) => (
                  <>
                    <span className="number">{formatInstant(recordedAt)}</span> <Who id={recordedBy} />
                  </>
                ),
              },
              ...(mayOpen || mayAdd || past
                ? [
                    {
                      key: 'do',
                      title: t('common:actions'),
                      width: 165,
                      always: true,
                      render: (_: unknown, one: StoredDocument) => actions(one),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </QueryView>
      {dialog}
      <OpenDialog owner={owner} opening={opening} onClose={() => setOpening(undefined)} />
      <UploadDialog
        title={t('add')}
        open={adding}
        onClose={() => setAdding(false)}
        kinds={choices}
        abouts={abouts}
        initial={{ aboutId }}
        send={(document, file, onProgress) => documents.add(centre.id, owner, document, file, onProgress)}
        touches={touches}
      />
    </>
  );
}
