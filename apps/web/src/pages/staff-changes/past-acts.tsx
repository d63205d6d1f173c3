import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { App, Button, Card, Modal, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportUndo } from '../../shared/api';
import { staff, type StaffChange, type StaffChangeDetail } from '../../shared/api/staff-calls';
import { useAsk } from '../../shared/ask';
import { formatInstant } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { MoreRows } from '../../shared/list';
import { useTextOf } from '../../shared/problem-view';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { Who } from '../../shared/who';
import { Move } from './state-words';

/** Acts that were carried out, newest first; each may be looked into and taken back until something rests on it. */
export function PastActs(): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const { can } = useSession();
  const [shown, setShown] = useState<StaffChange>();
  const acts = useInfiniteQuery({
    queryKey: ['staff-changes', centre.id],
    queryFn: ({ pageParam }) => staff.page(centre.id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ after }) => after ?? undefined,
  });
  const rows = acts.data?.pages.flatMap(({ changes }) => changes);
  return (
    <Card size="small" title={t('past.title')}>
      <DataTable<StaffChange>
        name="staff-changes"
        label={t('past.title')}
        size="small"
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyHint icon="list" title={t('past.none')} />}
        columns={[
          { key: 'kind', title: t('field.kind'), width: 90, render: (_, { kind }) => t(`kind.${kind}`) },
          { key: 'date', title: t('column.date'), width: 110, dataIndex: 'date' },
          { key: 'people', title: t('column.people'), width: 80, figures: true, dataIndex: 'people' },
          {
            ...{ key: 'reason', title: t('field.reason'), width: 220 },
            render: (_, { reason, documentNo }) => (documentNo === null ? reason : `${reason}（${documentNo}）`),
          },
          { key: 'by', title: t('column.by'), width: 100, render: (_, { recordedBy }) => <Who id={recordedBy} /> },
          { key: 'at', title: t('column.at'), width: 150, render: (_, { recordedAt }) => formatInstant(recordedAt) },
          {
            ...{ key: 'state', title: t('column.state'), width: 180 },
            render: (_, { undone }) =>
              undone ? (
                <>
                  <Tag tone="plain">{t('past.undone')}</Tag> {undone.reason}
                </>
              ) : (
                <Tag tone="good">{t('past.holds')}</Tag>
              ),
          },
          {
            ...{ key: 'do', title: t('common:actions'), width: 170 },
            render: (_, act) =>
              can('roster:write') && (
                <Space>
                  <Button size="small" onClick={() => setShown(act)}>
                    {t('common:action.details')}
                  </Button>
                  {!act.undone && <UndoAct act={act} />}
                </Space>
              ),
          },
        ]}
      />
      {rows && rows.length > 0 && <MoreRows query={acts} count={rows.length} />}
      <Modal open={shown !== undefined} title={shown && t('past.of', { kind: t(`kind.${shown.kind}`), date: shown.date })} footer={null} width={760} destroyOnHidden onCancel={() => setShown(undefined)}>
        {shown && <Lines id={shown.id} />}
      </Modal>
    </Card>
  );
}

function Lines({ id }: { id: string }): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const act = useQuery({ queryKey: ['staff-changes', centre.id, id], queryFn: () => staff.get(centre.id, id) });
  return (
    <QueryView query={act} inline>
      {({ lines }) => (
        <DataTable<StaffChangeDetail['lines'][number]>
          name="staff-change-lines"
          label={t('peopleOfAct')}
          size="small"
          rows={lines}
          rowKey={({ workerNo }) => workerNo}
          {...(lines.length > 60 ? { height: 480, virtual: true } : {})}
          empty={null}
          columns={[
            { key: 'no', title: t('column.no'), width: 80, figures: true, dataIndex: 'workerNo' },
            { key: 'name', title: t('column.name'), width: 110, render: (_, { workerNo, name }) => <Link to={`/roster/${workerNo}`}>{name}</Link> },
            { key: 'move', title: t('column.move'), width: 360, render: (_, { before, after }) => <Move before={before} after={after} /> },
          ]}
        />
      )}
    </QueryView>
  );
}

/** Says first how much it is, or names what rests on the act. */
function UndoAct({ act }: { act: StaffChange }): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const textOf = useTextOf();
  const { modal } = App.useApp();
  const [ask, dialog] = useAsk();
  const undo = useCommand<string, ImportUndo>({
    run: (reason) => staff.undo(centre.id, act.id, reason),
    touches: [['staff-changes'], ['workers'], ['worker'], ['units'], ['dispatch'], ['readiness']],
    done: t('undo.done'),
    onRefused: () => undefined,
  });
  const look = useCommand<void, ImportUndo>({
    run: () => staff.undoPreview(centre.id, act.id),
    touches: [],
    onDone: ({ rows, people, used, uses }) => {
      if (used === 0)
        ask({
          ...{ title: t('undo.title'), text: t('undo.text', { rows, people }), confirm: t('undo.confirm'), danger: true, reason: true },
          act: (reason) => undo.mutateAsync(reason),
        });
      else
        void modal.warning({
          title: t('undo.used'),
          okText: t('common:action.close'),
          content: (
            <ul>
              {uses.map((use, i) => (
                <li key={i}>{textOf(use)}</li>
              ))}
            </ul>
          ),
        });
    },
  });
  return (
    <>
      <Button size="small" danger loading={look.isPending} onClick={() => look.mutate()}>
        {t('undo.confirm')}
      </Button>
      {dialog}
    </>
  );
}
