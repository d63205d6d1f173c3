import { Button, Form, Select, Switch } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentKind, type DocumentKindInput, documents } from '../../shared/api/document-calls';
import { type PeopleTag, type TagInput, tags } from '../../shared/api/tag-calls';
import { today } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { useDocumentKinds } from '../documents/queries';
import { useTags } from '../tags/queries';
import { CustomFieldsTable } from './custom-fields-table';
import { actionsIf, Head, Names, Validity } from './dictionary-parts';

const TONES: readonly PeopleTag['tone'][] = ['plain', 'info', 'work', 'good', 'warn', 'bad'];

/** Words of a centre's own: what people are marked with, what is asked of them, and which documents are kept. */
export function DictionaryPart(): ReactElement {
  return (
    <div className="stack">
      <TagsTable />
      <CustomFieldsTable />
      <KindsTable />
    </div>
  );
}

function TagsTable(): ReactElement {
  const { t } = useTranslation('tags');
  const centre = useCentre();
  const manages = useSession().can('dictionary:manage');
  const query = useTags();
  const [changing, setChanging] = useState<PeopleTag | 'new'>();
  const old = changing === 'new' ? undefined : changing;
  if (query.error && !query.data) return <ProblemAlert error={query.error} />;
  return (
    <section>
      <Head title={t('title')} button={t('add')} onAdd={manages ? () => setChanging('new') : undefined} />
      <DataTable<PeopleTag>
        name="tags"
        label={t('title')}
        size="small"
        rows={query.data}
        rowKey={({ code }) => code}
        empty={<EmptyHint icon="list" title={t('none')} text={t('noneText')} />}
        columns={[
          {
            key: 'name',
            title: t('tag'),
            width: 160,
            render: (_, { tone, name_zh, name_en }) => <Tag tone={tone}>{`${name_zh} ${name_en}`}</Tag>,
          },
          { key: 'code', title: t('code'), width: 130, dataIndex: 'code' },
          { key: 'order', title: t('order'), width: 80, dataIndex: 'order', figures: true },
          {
            key: 'inUse',
            title: t('inUse'),
            width: 90,
            render: (_, { inUse }) => t(inUse ? 'common:yes' : 'common:no'),
          },
          ...actionsIf(manages, t('common:actions'), t('change'), setChanging),
        ]}
      />
      <FormDialog<TagInput>
        name="tag"
        title={t(old ? 'change' : 'add')}
        open={changing !== undefined}
        onClose={() => setChanging(undefined)}
        initial={
          old
            ? {
                code: old.code,
                nameZh: old.name_zh,
                nameEn: old.name_en,
                tone: old.tone,
                order: old.order,
                inUse: old.inUse,
                from: today(),
              }
            : { tone: 'info', order: 10, inUse: true, from: today() }
        }
        save={(fields) => tags.define(centre.id, fields)}
        touches={[['tags']]}
        done={t('saved')}
      >
        <Names fixedCode={old !== undefined} longestZh={20} longestEn={30} />
        <Form.Item name="tone" label={t('tone')}>
          <Select
            options={TONES.map((tone) => ({ value: tone, label: <Tag tone={tone}>{t(`tones.${tone}`)}</Tag> }))}
          />
        </Form.Item>
        <Validity />
      </FormDialog>
    </section>
  );
}

function KindsTable(): ReactElement {
  const { t } = useTranslation('tags');
  const centre = useCentre();
  const manages = useSession().can('dictionary:manage');
  const query = useDocumentKinds();
  const [changing, setChanging] = useState<DocumentKind | 'new'>();
  const old = changing === 'new' ? undefined : changing;
  if (query.error && !query.data) return <ProblemAlert error={query.error} />;
  return (
    <section>
      <Head title={t('kinds.title')} button={t('kinds.add')} onAdd={manages ? () => setChanging('new') : undefined} />
      <DataTable<DocumentKind>
        name="document-kinds"
        label={t('kinds.title')}
        size="small"
        rows={
          query.data &&
          [...query.data].sort((a, b) =>
            a.subject === b.subject ? a.order - b.order : a.subject === 'worker' ? -1 : 1,
          )
        }
        rowKey={({ subject, code }) => `${subject}/${code}`}
        empty={null}
        columns={[
          {
            key: 'subject',
            title: t('kinds.subject'),
            width: 90,
            render: (_, { subject }) => t(`kinds.of.${subject}`),
          },
          { key: 'zh', title: t('nameZh'), width: 200, dataIndex: 'name_zh' },
          { key: 'en', title: t('nameEn'), width: 220, dataIndex: 'name_en' },
          {
            key: 'sensitive',
            title: t('kinds.sensitive'),
            width: 90,
            render: (_, { sensitive }) => t(sensitive ? 'common:yes' : 'common:no'),
          },
          {
            key: 'inUse',
            title: t('inUse'),
            width: 80,
            render: (_, { inUse }) => t(inUse ? 'common:yes' : 'common:no'),
          },
          ...(manages
            ? [
                {
                  ...{ key: 'do', title: t('common:actions'), width: 100 },
                  render: (_: unknown, row: DocumentKind) =>
                    row.builtIn ? (
                      <span className="soft">{t('kinds.builtIn')}</span>
                    ) : (
                      <Button size="small" onClick={() => setChanging(row)}>
                        {t('change')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog<DocumentKindInput>
        name="document-kind"
        title={t(old ? 'change' : 'kinds.add')}
        open={changing !== undefined}
        onClose={() => setChanging(undefined)}
        initial={
          old
            ? {
                ...{ subject: old.subject, code: old.code, nameZh: old.name_zh, nameEn: old.name_en },
                ...{ sensitive: old.sensitive, order: old.order, inUse: old.inUse, from: today() },
              }
            : { subject: 'worker', sensitive: false, order: 200, inUse: true, from: today() }
        }
        save={(fields) => documents.setKind(centre.id, fields)}
        touches={[['document-kinds']]}
        done={t('saved')}
      >
        <Form.Item name="subject" label={t('kinds.subject')}>
          <Select
            disabled={old !== undefined}
            options={(['worker', 'agency'] as const).map((value) => ({ value, label: t(`kinds.of.${value}`) }))}
          />
        </Form.Item>
        <Names fixedCode={old !== undefined} longestZh={40} longestEn={60} />
        <Form.Item
          name="sensitive"
          label={t('kinds.sensitive')}
          extra={t('kinds.sensitiveHint')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <Validity />
      </FormDialog>
    </section>
  );
}
