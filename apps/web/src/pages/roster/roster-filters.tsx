import type { LocalDate } from '@gridstaff/kernel';
import { Button, Checkbox, Form, Input, Select, TreeSelect } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkerFilter } from '../../shared/api/calls';
import { DayInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { useTagName, useTags } from '../tags/queries';
import { treeOf, useAgencies, useGrades, useUnits } from './queries';

interface Fields {
  search?: string;
  unit?: string;
  agency?: string;
  post?: string;
  status?: WorkerFilter['status'];
  tag?: string;
  on?: LocalDate;
  all?: boolean;
}

interface Props {
  first: WorkerFilter;
  onSearch: (filter: WorkerFilter) => void;
}

/** What is asked for now and then stands folded away, unless the list is filtered by it. */
const FOLDED = ['agency', 'post', 'tag', 'on'] as const;

/** Enter searches; what is left empty does not count. */
export function RosterFilters({ first, onSearch }: Props): ReactElement {
  const { t } = useTranslation('roster');
  const units = useUnits();
  const tree = useMemo(() => treeOf(units.data ?? []), [units.data]);
  const [form] = Form.useForm<Fields>();
  const [unfolded, setUnfolded] = useState(FOLDED.some((key) => first[key] !== undefined));
  const search = ({ search: text, all, ...fields }: Fields): void => {
    const given = { ...fields, search: text?.trim() || undefined, engagedOnly: all ? undefined : true };
    onSearch(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as WorkerFilter);
  };
  return (
    <Form<Fields>
      name="roster-filter"
      form={form}
      initialValues={first}
      className="filter-row"
      layout="inline"
      onFinish={search}
      role="search"
    >
      <Form.Item name="search" className="grow" style={{ margin: 0 }}>
        <Input
          allowClear
          maxLength={40}
          prefix={<Icon name="search" />}
          placeholder={t('filter.search')}
          aria-label={t('filter.search')}
        />
      </Form.Item>
      <Form.Item name="unit" style={{ margin: 0 }}>
        <TreeSelect
          treeData={tree}
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          loading={units.isPending}
          placeholder={t('filter.unit')}
          aria-label={t('filter.unit')}
          style={{ width: 190 }}
          popupMatchSelectWidth={280}
        />
      </Form.Item>
      <Form.Item name="status" style={{ margin: 0 }}>
        <Select
          allowClear
          placeholder={t('filter.status')}
          aria-label={t('filter.status')}
          style={{ width: 110 }}
          options={(['probation', 'in_post', 'suspended'] as const).map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
      </Form.Item>
      {unfolded && <MoreFilters />}
      <Button type="primary" htmlType="submit">
        {t('common:action.search')}
      </Button>
      <Button
        onClick={() => {
          form.setFieldsValue({ unit: undefined, agency: undefined, post: undefined, on: undefined });
          form.resetFields(['search', 'status', 'tag', 'all']);
          onSearch({ engagedOnly: true });
        }}
      >
        {t('common:action.reset')}
      </Button>
      {!unfolded && (
        <Button type="link" onClick={() => setUnfolded(true)}>
          {t('filter.more')}
        </Button>
      )}
    </Form>
  );
}

/** Folded away they ask the server for nothing; once there they stay, so that nothing filters unseen. */
function MoreFilters(): ReactElement {
  const { t } = useTranslation(['roster', 'tags']);
  const tags = useTags();
  const tagName = useTagName();
  const agencies = useAgencies();
  const grades = useGrades();
  const posts = [...new Set(grades.data?.map(({ postCode }) => postCode))];
  return (
    <>
      <Form.Item name="agency" style={{ margin: 0 }}>
        <Select
          allowClear
          placeholder={t('filter.agency')}
          aria-label={t('filter.agency')}
          style={{ width: 200 }}
          popupMatchSelectWidth={false}
          options={agencies.data?.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="post" style={{ margin: 0 }}>
        <Select
          allowClear
          placeholder={t('filter.post')}
          aria-label={t('filter.post')}
          style={{ width: 120 }}
          popupMatchSelectWidth={false}
          options={posts.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      {tags.data && tags.data.length > 0 && (
        <Form.Item name="tag" style={{ margin: 0 }}>
          <Select
            allowClear
            placeholder={t('tags:tag')}
            aria-label={t('tags:tag')}
            style={{ width: 130 }}
            popupMatchSelectWidth={false}
            options={tags.data.map(({ code }) => ({ value: code, label: tagName(code) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="on" style={{ margin: 0 }}>
        <DayInput placeholder={t('filter.on')} aria-label={t('filter.on')} />
      </Form.Item>
      <Form.Item name="all" valuePropName="checked" style={{ margin: 0 }}>
        <Checkbox>{t('filter.all')}</Checkbox>
      </Form.Item>
    </>
  );
}
