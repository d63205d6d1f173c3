import type { Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, asProblem, type PayItem } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag, type Tone } from '../../shared/tag';
import { useLatestRun } from '../runs/queries';

const TONES: Record<PayItem['kind'], Tone> = {
  earning: 'good',
  deduction: 'warn',
  employer_cost: 'info',
  information: 'plain',
};

/** The pay scheme of a month: every item with its formula, in the order of the payslip. */
export function SchemePart(): ReactElement {
  const { t, i18n } = useTranslation('settings');
  const centre = useCentre();
  const { can } = useSession();
  const latest = useLatestRun(centre.id, can('run:read'));
  const [chosen, setChosen] = useState<Period>();
  const [adopting, setAdopting] = useState(false);
  const period = chosen ?? latest.data?.period ?? thisMonth();
  const scheme = useQuery({
    queryKey: ['scheme', centre.id, period],
    queryFn: () => api.centres.scheme(centre.id, period),
    retry: false,
  });
  const none = scheme.error !== null && asProblem(scheme.error).code === 'NO_PAY_SCHEME';
  const adopt = can('scheme:manage') && (
    <Button onClick={() => setAdopting(true)} type={none ? 'primary' : 'default'}>
      {t('scheme.adopt')}
    </Button>
  );
  const named = (item: { nameZh: string; nameEn: string }): string =>
    i18n.language === 'en' ? item.nameEn : item.nameZh;
  return (
    <>
      <div className="filter-row">
        <MonthInput value={period} allowClear={false} onChange={setChosen} aria-label={t('scheme.month')} />
        {scheme.data && (
          <span className="soft">
            {t('scheme.is', { name: named(scheme.data), version: scheme.data.version, from: scheme.data.validFrom })}
          </span>
        )}
        <span style={{ marginLeft: 'auto' }}>{!none && adopt}</span>
      </div>
      {none ? (
        <EmptyHint icon="runs" title={t('scheme.none', { period })} text={t('scheme.noneText')}>
          {adopt}
        </EmptyHint>
      ) : (
        <QueryView query={scheme} inline>
          {({ definition }) => (
            <DataTable<PayItem>
              name="scheme-items"
              label={t('part.scheme')}
              size="small"
              rows={definition.items}
              rowKey={({ no }) => no}
              empty={null}
              columns={[
                { key: 'no', title: t('scheme.no'), width: 64, dataIndex: 'no', figures: true },
                { key: 'name', title: t('scheme.item'), width: 170, render: (_, item) => named(item) },
                {
                  ...{ key: 'kind', title: t('scheme.kind'), width: 110 },
                  render: (_, { kind }) => <Tag tone={TONES[kind]}>{t(`scheme.kinds.${kind}`)}</Tag>,
                },
                {
                  ...{ key: 'formula', title: t('scheme.formula'), width: 380 },
                  render: (_, { formula, rule }) =>
                    formula ? (
                      <span className="rule-text">{formula}</span>
                    ) : (
                      <span className="soft">{t('scheme.byRule', { rule })}</span>
                    ),
                },
                { key: 'taxable', title: t('scheme.taxable'), width: 80, render: (_, { taxable }) => yes(taxable) },
                {
                  ...{ key: 'absence', title: t('scheme.byAbsence'), width: 120 },
                  render: (_, { reducedByAbsence }) => yes(reducedByAbsence),
                },
              ]}
            />
          )}
        </QueryView>
      )}
      <FormDialog<{ validFrom: Period }>
        name="adopt-scheme"
        title={t('scheme.adopt')}
        about={t('scheme.adoptAbout')}
        open={adopting}
        onClose={() => setAdopting(false)}
        initial={{ validFrom: period }}
        save={({ validFrom }) => api.centres.adoptScheme(centre.id, validFrom)}
        touches={[['scheme'], ['readiness']]}
        done={t('scheme.adopted')}
      >
        <Form.Item
          name="validFrom"
          label={t('scheme.from')}
          rules={[{ required: true, message: t('common:required') }]}
        >
          <MonthInput allowClear={false} />
        </Form.Item>
      </FormDialog>
    </>
  );

  function yes(value: boolean): string {
    return t(value ? 'common:yes' : 'common:no');
  }
}
