import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, saveFile } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre } from '../../shared/session';
import { Tabs } from '../../shared/tabs';
import { askedOf, equalPayAskedOf, PARTS, type Part, partOf } from './asked';
import { EqualPay } from './equal-pay';
import { ReportFilters } from './report-filters';
import { ReportView } from './report-view';
import './reports.css';

/** 统计报表: how many people there are, come, go and may go. */
export default function ReportsPage(): ReactElement {
  const { t } = useTranslation('reports');
  const [search, setSearch] = useSearchParams();
  const centre = useCentre();
  const asked = askedOf(search);
  const file = useCommand({
    run: () =>
      partOf(search) === 'equal_pay'
        ? api.reports.equalPayFile(centre.id, equalPayAskedOf(search))
        : api.reports.peopleFile(centre.id, asked),
    touches: [],
    onDone: ({ blob, name }) => saveFile(blob, name ?? `${t('title')}.xlsx`),
  });
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={t('about')}
      actions={
        <Button icon={<Icon name="download" />} loading={file.isPending} onClick={() => file.mutate()}>
          {t('download')}
        </Button>
      }
    >
      <Card size="small">
        <Tabs
          label={t('title')}
          first={partOf(search)}
          onChoose={(part) => setSearch({ part })}
          items={PARTS.map((part) => ({
            key: part,
            label: t(`part.${part}`),
            children: part === 'equal_pay' ? <EqualPay /> : <PartOfPage key={part} part={part} />,
          }))}
        />
      </Card>
    </Page>
  );
}

function PartOfPage({ part }: { part: Part }): ReactElement {
  const { t } = useTranslation('reports');
  const [search, setSearch] = useSearchParams();
  const centre = useCentre();
  const asked = askedOf(search);
  const report = useQuery({
    queryKey: ['reports', centre.id, asked],
    queryFn: () => api.reports.people(centre.id, asked),
    placeholderData: (before) => (before?.report === asked.report ? before : undefined),
  });
  const change = (fields: Readonly<Record<string, string | undefined>>): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      next.set('part', part);
      for (const [key, value] of Object.entries(fields))
        if (value === undefined) next.delete(key);
        else next.set(key, value);
      return next;
    });
  return (
    <>
      <ReportFilters part={part} asked={asked} onChange={change} />
      <QueryView query={report} inline>
        {(data) => (
          <ReportView
            name={`${asked.report}-${asked.by ?? ''}`}
            table={data}
            title={t(`part.${part}`)}
            unit={asked.unit}
            onUnit={part === 'seats' || asked.by === 'unit' ? (unit) => change({ unit }) : undefined}
          />
        )}
      </QueryView>
      <p className="soft">
        {t(`note.${part}`)} {asked.by === 'age' && t('note.age')}
      </p>
    </>
  );
}
