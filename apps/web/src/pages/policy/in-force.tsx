import type { Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ParameterInForce } from '../../shared/api';
import { today } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { QueryView } from '../../shared/query-view';
import { useCentre } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { ConfidenceTag, ParameterName, ParameterValue } from './parameter-value';

/** What the law says for one month, each value with where it comes from. */
export function InForce(): ReactElement {
  const { t } = useTranslation('policy');
  const [region, setRegion] = useState(useCentre().region);
  const [month, setMonth] = useState<Period>(today().slice(0, 7));
  const [doubtful, setDoubtful] = useState(false);
  const regions = useQuery({ queryKey: ['policy', 'regions'], queryFn: api.policy.regions });
  const query = useQuery({
    queryKey: ['policy', 'in-force', region, month],
    queryFn: () => api.policy.inForce(region, month),
  });
  const open = query.data?.filter(({ confidence }) => confidence === 'unconfirmed').length ?? 0;
  return (
    <>
      <Form layout="inline" className="filter-row">
        <Form.Item label={t('month')} htmlFor="policy-month">
          <MonthInput id="policy-month" value={month} allowClear={false} onChange={(one) => one && setMonth(one)} />
        </Form.Item>
        <Form.Item label={t('region')} htmlFor="policy-region">
          <Select
            id="policy-region"
            value={region}
            onChange={setRegion}
            style={{ width: 120 }}
            options={[...new Set([region, ...(regions.data ?? [])])].map((one) => ({ value: one, label: one }))}
          />
        </Form.Item>
        <Checkbox checked={doubtful} onChange={({ target }) => setDoubtful(target.checked)}>
          {t('onlyUnconfirmed')} ({t('unconfirmedCount', { count: open })})
        </Checkbox>
      </Form>
      <QueryView query={query} inline>
        {(parameters) => (
          <Parameters rows={parameters.filter((one) => !doubtful || one.confidence === 'unconfirmed')} />
        )}
      </QueryView>
    </>
  );
}

function Parameters({ rows }: { rows: readonly ParameterInForce[] }): ReactElement {
  const { t } = useTranslation('policy');
  return (
    <DataTable<ParameterInForce>
      name="parameters"
      label={t('inForce')}
      size="small"
      rows={rows}
      rowKey={({ key }) => key}
      empty={<EmptyHint icon="search" title={t('none')} />}
      columns={[
        { key: 'key', title: t('key'), width: 230, render: (_, { key }) => <ParameterName name={key} /> },
        {
          ...{ key: 'value', title: t('value'), unit: `(${t('common:yuan')})`, width: 250 },
          render: (_, { value }) => <ParameterValue value={value} />,
        },
        {
          ...{ key: 'mark', title: t('mark'), width: 110 },
          render: (_, { confidence }) => <ConfidenceTag confidence={confidence} />,
        },
        { key: 'from', title: t('validFrom'), width: 110, dataIndex: 'validFrom' },
        { key: 'to', title: t('validTo'), width: 110, render: (_, { validTo }) => validTo ?? '' },
        { key: 'layer', title: t('layer'), width: 80, dataIndex: 'layer' },
        {
          ...{ key: 'source', title: t('source'), width: 320 },
          render: (_, { source, note }) => (
            <>
              {source}
              {note && <div className="soft">{note}</div>}
            </>
          ),
        },
      ]}
    />
  );
}
