import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkerSummary } from '../../shared/api';
import type { Column } from '../../shared/table/columns';
import { useTags } from '../tags/queries';
import { TagList } from '../tags/tag-list';
import { useAgencies } from './queries';
import { StatusTag } from './status-tag';

export function useRosterColumns(unitNames: ReadonlyMap<string, string>): Column<WorkerSummary>[] {
  const { t } = useTranslation(['roster', 'tags']);
  const tagged = (useTags().data ?? []).length > 0;
  const agencies = useAgencies();
  const agencyNames = new Map((agencies.data ?? []).map(({ code, name }) => [code, name]));
  return [
    { key: 'no', title: t('column.no'), dataIndex: 'no', width: 84, figures: true, always: true, sortBy: 'workerNo' },
    {
      key: 'name',
      title: t('column.name'),
      sortBy: 'name',
      width: 96,
      always: true,
      render: (_, { no, name }) => <Link to={`/roster/${no}`}>{name}</Link>,
    },
    { key: 'status', title: t('column.status'), width: 80, render: (_, { status }) => <StatusTag status={status} /> },
    ...(tagged
      ? [
          {
            key: 'tags',
            title: t('tags:title'),
            width: 130,
            render: (_: unknown, { tags }: WorkerSummary) => <TagList codes={tags} />,
          },
        ]
      : []),
    {
      key: 'grid',
      title: t('column.grid'),
      width: 170,
      render: (_, { gridCode }) => (gridCode ? (unitNames.get(gridCode) ?? gridCode) : '–'),
    },
    { key: 'gridCode', title: t('column.gridCode'), dataIndex: 'gridCode', width: 120, optional: true, sortBy: 'grid' },
    { key: 'post', title: t('column.post'), dataIndex: 'postCode', width: 70 },
    { key: 'grade', title: t('column.grade'), dataIndex: 'gradeCode', width: 64 },
    {
      ...{ key: 'agency', title: t('column.agency'), width: 150, ellipsis: true, sortBy: 'agency' },
      render: (_, { agencyCode }) => (agencyCode ? (agencyNames.get(agencyCode) ?? agencyCode) : '–'),
    },
    { key: 'joinedOn', title: t('column.joinedOn'), dataIndex: 'joinedOn', width: 120, sortBy: 'joinedOn' },
    {
      key: 'idNumber',
      title: t('column.idNumber'),
      width: 168,
      render: (_, { idNumberMasked }) => <span className="number">{idNumberMasked}</span>,
    },
    {
      key: 'phone',
      title: t('column.phone'),
      width: 118,
      render: (_, { phoneMasked }) => <span className="number">{phoneMasked ?? '–'}</span>,
    },
  ];
}
