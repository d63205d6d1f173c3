import { Select, TreeSelect } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleReportAsked } from '../../shared/api/calls';
import { DayInput } from '../../shared/dates';
import { treeOf, useAgencies, useGrades, useUnits } from '../roster/queries';
import { GROUPINGS, type Part, VIEWS } from './asked';

interface Props {
  part: Part;
  asked: PeopleReportAsked;
  onChange: (fields: Readonly<Record<string, string | undefined>>) => void;
}

/** Whatever is chosen holds at once. */
export function ReportFilters({ part, asked, onChange }: Props): ReactElement {
  const { t } = useTranslation('reports');
  const units = useUnits();
  const agencies = useAgencies();
  const grades = useGrades();
  const tree = useMemo(() => treeOf(units.data ?? []), [units.data]);
  const posts = [...new Set(grades.data?.map(({ postCode }) => postCode))];
  const day = (key: 'on' | 'from' | 'until'): ReactElement => (
    <DayInput
      key={key}
      value={asked[key]}
      onChange={(value) => value && onChange({ [key]: value })}
      allowClear={false}
      aria-label={t(key)}
    />
  );
  return (
    <div className="filter-row">
      {part === 'head_count' && (
        <Select
          value={asked.by}
          onChange={(by: string) => onChange({ by })}
          aria-label={t('by.label')}
          style={{ width: 150 }}
          popupMatchSelectWidth={false}
          options={GROUPINGS.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      )}
      {part === 'turnover' && (
        <Select
          value={asked.report}
          onChange={(view: string) => onChange({ view })}
          aria-label={t('view.label')}
          style={{ width: 150 }}
          popupMatchSelectWidth={false}
          options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      )}
      {part === 'head_count' || part === 'seats' ? day('on') : [day('from'), day('until')]}
      <TreeSelect
        treeData={tree}
        allowClear
        value={asked.unit}
        onChange={(unit?: string) => onChange({ unit })}
        showSearch={{ treeNodeFilterProp: 'title' }}
        loading={units.isPending}
        placeholder={t('unit')}
        aria-label={t('unit')}
        style={{ width: 200 }}
        popupMatchSelectWidth={280}
      />
      {part !== 'seats' && (
        <Select
          allowClear
          value={asked.agency}
          onChange={(agency?: string) => onChange({ agency })}
          placeholder={t('agency')}
          aria-label={t('agency')}
          style={{ width: 200 }}
          popupMatchSelectWidth={false}
          options={agencies.data?.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Select
        allowClear
        value={asked.post}
        onChange={(post?: string) => onChange({ post })}
        placeholder={t('post')}
        aria-label={t('post')}
        style={{ width: 120 }}
        popupMatchSelectWidth={false}
        options={posts.map((value) => ({ value, label: value }))}
      />
    </div>
  );
}
