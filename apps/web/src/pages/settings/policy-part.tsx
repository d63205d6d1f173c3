import { formatYuan } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PolicyValue } from '../../shared/api';
import { today } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { grouped } from '../../shared/money';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';

/** Statutory values with source and confidence: what an office verifies before it pays by them. */
export function PolicyPart(): ReactElement {
  const { t } = useTranslation('settings');
  const { region } = useCentre();
  const [wanted, setWanted] = useState('');
  const [now, setNow] = useState(true);
  const [doubtful, setDoubtful] = useState(false);
  const text = useDeferredValue(wanted.trim().toLowerCase());
  const query = useQuery({
    queryKey: ['policy', region],
    queryFn: () => api.policy.values(region),
    staleTime: 300_000,
  });
  const on = today();
  const rows = query.data?.filter(
    (value) =>
      (!now || (value.validFrom <= on && (value.validTo === null || value.validTo > on))) &&
      (!doubtful || value.confidence === 'unconfirmed') &&
      (text === '' || `${value.key} ${value.source} ${value.note ?? ''}`.toLowerCase().includes(text)),
  );
  const open = query.data?.filter(({ confidence }) => confidence === 'unconfirmed').length ?? 0;
  if (query.error && !query.data) return <ProblemAlert error={query.error} />;
  return (
    <>
      <div className="filter-row">
        <Input
          className="grow"
          allowClear
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          prefix={<Icon name="search" />}
          placeholder={t('policy.search')}
          aria-label={t('policy.search')}
        />
        <Checkbox checked={now} onChange={({ target }) => setNow(target.checked)}>
          {t('policy.now')}
        </Checkbox>
        <Checkbox checked={doubtful} onChange={({ target }) => setDoubtful(target.checked)}>
          {t('policy.doubtful', { count: open })}
        </Checkbox>
      </div>
      <DataTable<PolicyValue>
        name="policy"
        label={t('part.policy')}
        size="small"
        rows={rows}
        rowKey={({ key, layer, validFrom }) => `${layer} ${key} ${validFrom}`}
        empty={<EmptyHint icon="search" title={t('policy.none')} />}
        columns={[
          {
            key: 'key',
            title: t('policy.key'),
            width: 230,
            render: (_, { key }) => <span className="code">{key}</span>,
          },
          {
            ...{ key: 'value', title: t('policy.value'), width: 260 },
            render: (_, value) => <pre className="policy-value">{said(value)}</pre>,
          },
          {
            ...{ key: 'confidence', title: t('policy.confidence'), width: 110 },
            render: (_, { confidence }) =>
              confidence === 'confirmed' ? (
                <Tag tone="good" icon="ok">
                  {t('policy.confirmed')}
                </Tag>
              ) : (
                <Tag tone="warn" icon="warn">
                  {t('policy.unconfirmed')}
                </Tag>
              ),
          },
          {
            ...{ key: 'valid', title: t('policy.valid'), width: 190 },
            render: (_, { validFrom, validTo }) =>
              validTo === null
                ? t('policy.since', { from: validFrom })
                : t('policy.range', { from: validFrom, to: validTo }),
          },
          { key: 'layer', title: t('policy.layer'), width: 80, dataIndex: 'layer' },
          {
            ...{ key: 'source', title: t('policy.source'), width: 300 },
            render: (_, { source, note }) => (
              <>
                {source}
                {note && <div className="soft">{note}</div>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const plain = (value: unknown): string =>
  typeof value === 'number' ? grouped(formatYuan(value)) : value === null ? '∞' : String(value);
const row = (value: object): string => Object.values(value).map(plain).join('  ');

/** Whole numbers of these values are fen; shares and dates are texts. A table is a line per row. */
function said({ value }: PolicyValue): string {
  if (Array.isArray(value)) return value.map((one: unknown) => (isTable(one) ? row(one) : plain(one))).join('\n');
  if (!isTable(value)) return plain(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${isTable(inner) ? row(inner) : plain(inner)}`)
    .join('\n');
}

const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;
