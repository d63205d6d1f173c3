import type { LocalDate } from '@gridstaff/kernel';
import { Button, Form, Input, InputNumber, Select, TreeSelect } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type OrgUnit, type UnitSeats } from '../../shared/api';
import { today } from '../../shared/clock';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag, type Tone } from '../../shared/tag';
import { treeOf, useUnits } from '../roster/queries';
import { useUnitSeats } from '../units/queries';

type Kind = OrgUnit['kind'];
const TONES: Record<Kind, Tone> = { street: 'work', community: 'info', grid: 'plain' };

interface Fields {
  code: string;
  name: string;
  kind: Kind;
  parentCode?: string;
  households?: number;
  population?: number;
  quota?: number;
  from?: string;
}

type UnitRow = UnitSeats & { children?: UnitRow[] };

function rowsOf(units: readonly UnitSeats[]): UnitRow[] {
  const rows = new Map(units.map((unit): [string, UnitRow] => [unit.id, { ...unit }]));
  const roots: UnitRow[] = [];
  for (const row of rows.values()) {
    const parent = row.parentId === null ? undefined : rows.get(row.parentId);
    if (parent) (parent.children ??= []).push(row);
    else roots.push(row);
  }
  return roots;
}

/** Streets, communities and grids as of a day, with seats, people and vacancies. */
export function UnitsPart(): ReactElement {
  const { t } = useTranslation('settings');
  const centre = useCentre();
  const { can } = useSession();
  const [on, setOn] = useState<LocalDate>();
  const units = useUnitSeats(on);
  const [editing, setEditing] = useState<OrgUnit | 'new'>();
  const rows = useMemo(() => (units.data ? rowsOf(units.data) : undefined), [units.data]);
  const codes = new Map((units.data ?? []).map(({ id, code }) => [id, code]));
  const writes = can('roster:write');
  const add = writes && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEditing('new')}>
      {t('unit.add')}
    </Button>
  );
  if (units.error && !units.data) return <ProblemAlert error={units.error} />;
  return (
    <>
      <div className="filter-row">
        <span className="soft">
          {t('unit.count', { count: units.data?.filter(({ kind }) => kind === 'grid').length ?? 0 })}
        </span>
        <DayInput value={on} onChange={setOn} placeholder={t('unit.on')} aria-label={t('unit.on')} />
        <span style={{ marginLeft: 'auto' }}>{add}</span>
      </div>
      <DataTable<UnitRow>
        name="units"
        label={t('part.units')}
        size="small"
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyHint icon="people" title={t('unit.none')} text={t('unit.noneText')} />}
        columns={[
          {
            ...{ key: 'name', title: t('unit.name'), width: 280 },
            render: (_, { id, name }) => <Link to={`/units/${id}`}>{name}</Link>,
          },
          {
            ...{ key: 'kind', title: t('unit.kind'), width: 90 },
            render: (_, { kind }) => <Tag tone={TONES[kind]}>{t(`unit.kinds.${kind}`)}</Tag>,
          },
          { key: 'code', title: t('unit.code'), width: 140, dataIndex: 'code' },
          { key: 'households', title: t('unit.households'), width: 90, dataIndex: 'households', figures: true },
          { key: 'population', title: t('unit.population'), width: 90, dataIndex: 'population', figures: true },
          ...(['seats', 'people', 'vacant'] as const).map((key) => ({
            ...{ key, title: t(key === 'seats' ? 'unit.quota' : `unit.${key}`), width: 80, figures: true },
            render: (_: unknown, { total }: UnitRow) => total[key] ?? '–',
          })),
          ...(writes
            ? [
                {
                  ...{ key: 'do', title: t('common:actions'), width: 80 },
                  render: (_: unknown, row: UnitRow) => (
                    <Button size="small" onClick={() => setEditing(row)}>
                      {t('change')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDialog<Fields>
        key={typeof editing === 'object' ? editing.id : 'new'}
        name="unit"
        title={typeof editing === 'object' ? t('unit.change', { name: editing.name }) : t('unit.add')}
        about={typeof editing === 'object' ? t('unit.changeAbout') : undefined}
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        initial={typeof editing === 'object' ? fieldsOf(editing, codes) : { kind: 'grid' }}
        save={(fields) => api.centres.saveUnits(centre.id, [fields])}
        touches={[['units'], ['readiness']]}
        done={t('saved')}
      >
        <UnitFields known={typeof editing === 'object'} />
      </FormDialog>
    </>
  );
}

const fieldsOf = (unit: OrgUnit, codes: ReadonlyMap<string, string>): Partial<Fields> => ({
  ...{ code: unit.code, name: unit.name, kind: unit.kind, from: today() },
  parentCode: unit.parentId === null ? undefined : codes.get(unit.parentId),
  ...{
    households: unit.households ?? undefined,
    population: unit.population ?? undefined,
    quota: unit.quota ?? undefined,
  },
});

function UnitFields({ known }: { known: boolean }): ReactElement {
  const { t } = useTranslation('settings');
  const units = useUnits();
  const tree = useMemo(() => treeOf((units.data ?? []).filter(({ kind }) => kind !== 'grid')), [units.data]);
  const kind = Form.useWatch<Kind>('kind');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      <div className="form-row">
        <Form.Item name="kind" label={t('unit.kind')} rules={required}>
          <Select
            disabled={known}
            options={(['street', 'community', 'grid'] as const).map((value) => ({
              value,
              label: t(`unit.kinds.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="code" label={t('unit.code')} rules={required}>
          <Input maxLength={32} disabled={known} />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t('unit.name')} rules={required}>
        <Input maxLength={80} />
      </Form.Item>
      {kind !== 'street' && (
        <Form.Item name="parentCode" label={t('unit.parent')} rules={required}>
          <TreeSelect treeData={tree} showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll />
        </Form.Item>
      )}
      {kind === 'grid' && (
        <div className="form-row">
          {(['households', 'population', 'quota'] as const).map((name) => (
            <Form.Item key={name} name={name} label={t(`unit.${name}`)}>
              <InputNumber min={0} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
      )}
      {known && (
        <Form.Item name="from" label={t('from')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
      )}
    </>
  );
}
