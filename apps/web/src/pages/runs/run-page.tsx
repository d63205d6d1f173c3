import { Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PayRun, RunDetail, Yuan } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { grouped } from '../../shared/money';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { Tabs } from '../../shared/tabs';
import { AgencyTotals } from './agency-totals';
import { Exclusions, ExclusionsBlock } from './exclusions';
import { useRun } from './queries';
import { RunReadiness } from './readiness';
import { RunActions } from './run-actions';
import { costOf, sumOf } from './run-amounts';
import { RunFund } from './run-fund';
import { RunHistory } from './run-history';
import { RunFilesButton } from './run-files';
import { RunProgressBar, usePushedProgress } from './run-progress';
import { NotesBlock, RunNotes } from './run-notes';
import { RunSteps } from './run-steps';
import { SlipDrawer } from './slip-drawer';
import { SlipsTable } from './slips-table';
import { RunStatusTag } from './status-tag';
import { BonusTab } from './bonus/bonus-tab';
import { ParallelTab } from './parallel/parallel-tab';
import { VarianceTab } from './variance/variance-tab';

/** One run from the month to the payment. */
export default function RunPage(): ReactElement {
  const { t } = useTranslation('runs');
  const id = useParams().id ?? '';
  const run = useRun(id);
  const name = run.data ? t('name', { period: run.data.period, no: run.data.no }) : t('title');
  return (
    <Page
      tabTitle={name}
      title={name}
      sub={
        run.data && (
          <>
            <RunStatusTag status={run.data.status} /> {t(`kind.${run.data.kind}`)} ·{' '}
            {t('payDateIs', { date: run.data.payDate })}
          </>
        )
      }
      actions={
        run.data && (
          <>
            <RunActions run={run.data} />
            {run.data.hash !== null && <RunFilesButton run={run.data} />}
          </>
        )
      }
    >
      <QueryView query={run}>{(data) => <RunBody run={data} />}</QueryView>
    </Page>
  );
}

function RunBody({ run }: { run: RunDetail }): ReactElement {
  const { t } = useTranslation('runs');
  const [part, setPart] = useState('slips');
  const [slip, setSlip] = useState<number>();
  const pushed = usePushedProgress(run);
  const calculated = run.status !== 'draft' && run.hash !== null;
  return (
    <div className="stack">
      <Card size="small">
        <RunSteps status={run.status} />
        <RunProgressBar run={run} pushed={pushed} />
      </Card>
      {run.status === 'draft' && <RunReadiness run={run} />}
      {calculated && (
        <Card size="small">
          <Figures run={run} />
        </Card>
      )}
      <ExclusionsBlock run={run} onGo={() => setPart('exclusions')} />
      <NotesBlock run={run} onGo={() => setPart('notes')} />
      <RunFund run={run} />
      <Card size="small">
        <Tabs
          label={t('parts')}
          first={part}
          onChoose={setPart}
          items={[
            {
              key: 'slips',
              label: t('tab.slips', { count: run.people }),
              children: calculated ? (
                <SlipsTable run={run} onOpen={setSlip} />
              ) : (
                <EmptyHint icon="calculator" title={t('slips.none')} text={t('slips.noneText')} />
              ),
            },
            {
              key: 'exclusions',
              label: t('tab.exclusions', { count: run.excluded }),
              children: <Exclusions run={run} />,
            },
            { key: 'agencies', label: t('tab.agencies'), children: <AgencyTotals run={run} /> },
            ...(['calculated', 'submitted', 'checked'].includes(run.status)
              ? [{ key: 'readiness', label: t('tab.readiness'), children: <RunReadiness run={run} /> }]
              : []),
            ...(calculated
              ? [
                  ...(run.kind === 'bonus'
                    ? [{ key: 'bonus', label: t('tab.bonus'), children: <BonusTab run={run} /> }]
                    : []),
                  { key: 'notes', label: t('tab.notes'), children: <RunNotes run={run} /> },
                  { key: 'variance', label: t('tab.variance'), children: <VarianceTab run={run} /> },
                  { key: 'parallel', label: t('tab.parallel'), children: <ParallelTab run={run} /> },
                ]
              : []),
            { key: 'history', label: t('tab.history'), children: <RunHistory run={run} /> },
          ]}
        />
      </Card>
      <SlipDrawer run={run} workerNo={slip} onClose={() => setSlip(undefined)} onMove={setSlip} />
    </div>
  );
}

function Figures({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('runs');
  const figures: [string, Yuan][] = [
    [t('amount.gross'), run.gross],
    [t('amount.deducted'), sumOf(run, ['employeeInsurance', 'employeeFund', 'tax', 'otherDeductions'])],
    [t('amount.net'), run.net],
    [t('amount.employer'), sumOf(run, ['employerInsurance', 'employerFund'])],
    [t('amount.fee'), run.fee],
    [t('amount.cost'), costOf(run)],
  ];
  return (
    <dl className="figures">
      <div>
        <dt>{t('people')}</dt>
        <dd>
          {run.people}
          {run.excluded > 0 && <small className="soft"> {t('excludedToo', { count: run.excluded })}</small>}
        </dd>
      </div>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>
            {label} <small>{t('common:yuan')}</small>
          </dt>
          <dd>{grouped(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
