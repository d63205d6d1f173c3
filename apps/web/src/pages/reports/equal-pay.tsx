import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, type EqualPayReport } from '../../shared/api';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { equalPayAskedOf, SIDES } from './asked';
import { ReportView } from './report-view';

/** 同工同酬: who may see single slips chooses what people are told apart by; others see agencies. */
export function EqualPay(): ReactElement {
  const { t } = useTranslation('reports');
  const { can } = useSession();
  const [search, setSearch] = useSearchParams();
  const centre = useCentre();
  const asked = equalPayAskedOf(search);
  const report = useQuery({
    queryKey: ['reports', centre.id, 'equal_pay', asked],
    queryFn: () => api.reports.equalPay(centre.id, asked),
    placeholderData: (before) => before,
  });
  const change = (key: string, value: string): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      next.set('part', 'equal_pay');
      next.set(key, value);
      return next;
    });
  return (
    <QueryView query={report} inline>
      {(data) => (
        <>
          <div className="filter-row">
            <Choice
              label={t('equal.period')}
              value={data.period ?? undefined}
              onChange={(value) => change('period', value)}
              options={data.periods.map((value) => ({ value, label: value }))}
            />
            {can('run:read') && (
              <Choice
                label={t('equal.side.label')}
                value={data.by}
                onChange={(value) => change('side', value)}
                options={SIDES.map((value) => ({ value, label: t(`equal.side.${value}`) }))}
              />
            )}
            <ItemChoice report={data} onChange={(value) => change('item', value)} />
          </div>
          <ReportView
            name={`equal-pay-${data.by}`}
            table={data}
            title={t('part.equal_pay')}
            unit={undefined}
            nothing={data.period === null ? { title: t('equal.none'), text: t('equal.noneText') } : undefined}
          />
          <Notes report={data} />
        </>
      )}
    </QueryView>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, ...rest }: ChoiceProps): ReactElement {
  return (
    <Select {...rest} aria-label={label} placeholder={label} style={{ width: 170 }} popupMatchSelectWidth={false} />
  );
}

function ItemChoice({ report, onChange }: { report: EqualPayReport; onChange: (value: string) => void }): ReactElement {
  const { t, i18n } = useTranslation('reports');
  const zh = i18n.language.startsWith('zh');
  const options = report.items.map(({ code, name_zh: chinese, name_en: english }) => ({
    value: code,
    label: zh ? chinese : english,
  }));
  return <Choice label={t('equal.item')} value={report.item} onChange={onChange} options={options} />;
}

/** What the figures are of, and how sure the threshold is. */
function Notes({ report }: { report: EqualPayReport }): ReactElement {
  const { t } = useTranslation('reports');
  const { threshold, hidden, leftOut } = report;
  return (
    <p className="soft">
      {t('note.equal_pay')} {leftOut > 0 && t('equal.leftOut', { count: leftOut })}{' '}
      {hidden > 0 && t('equal.hidden', { count: hidden })}{' '}
      {threshold &&
        t('equal.threshold', {
          ...{ percent: threshold.percent, source: threshold.source },
          confidence: t(`equal.confidence.${threshold.confidence}`),
        })}
    </p>
  );
}
