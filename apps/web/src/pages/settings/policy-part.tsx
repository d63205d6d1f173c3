import { formatYuan } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PolicyValue } from '../../shared/api';
import { today } from '../../shared/clock';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
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

/** Whole numbers of these values are fen; shares and dates are texts. */
function said({ value }: PolicyValue): string {
  if (typeof value === 'number') return formatYuan(value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'number' ? formatYuan(inner) : inner), 1)
    .replace(/[{}[\]",]/g, '')
    .replace(/\n\s*\n/g, '\n')
    .trim();
}
