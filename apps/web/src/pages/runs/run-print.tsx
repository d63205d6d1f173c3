import { useIsFetching, useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type Slip } from '../../shared/api';
import { grouped } from '../../shared/money';
import { PrintFoot } from '../../shared/print-foot';
import { useProblemNotice } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { runKeys, useWorkerNames } from './queries';

/** What a pay sheet on paper shows, in the order of the payslip. */
const COLUMNS = [
  'gross',
  'employeeInsurance',
  'employeeFund',
  'tax',
  'otherDeductions',
  'net',
  'employerInsurance',
  'employerFund',
  'fee',
] as const;

/** 工资发放表 on paper: everybody, whatever the screen has loaded or searched for. Prints once it is there, then goes away. */
export default function RunPrint({ run, onDone }: { run: PayRun; onDone: () => void }): ReactElement {
  const tell = useProblemNotice();
  const names = useWorkerNames();
  const slips = useQuery({
    queryKey: [...runKeys.one(run.id), 'sheet', run.hash],
    queryFn: () => api.runs.allSlips(run.id),
    gcTime: 0,
  });
  const { data, error } = slips;
  const ready = useIsFetching({ queryKey: ['worker-names'] }) === 0 && data !== undefined;
  useEffect(() => {
    if (error) {
      tell(error);
      onDone();
    }
  });
  useEffect(() => {
    if (!ready) return;
    document.body.dataset.printing = 'sheet';
    window.print();
    delete document.body.dataset.printing;
    onDone();
  }, [ready, onDone]);
  return createPortal(data ? <Sheet run={run} slips={data} names={names} /> : null, document.body);
}

function Sheet({
  run,
  slips,
  names,
}: {
  run: PayRun;
  slips: readonly Slip[];
  names: ReadonlyMap<number, string>;
}): ReactElement {
  const { t } = useTranslation('runs');
  const centre = useCentre();
  return (
    <div className="print-sheet">
      <h1>{t('print.title', { centre: centre.name, period: run.period })}</h1>
      <p>
        {t('print.about', { no: run.no, date: run.payDate, people: run.people, status: t(`status.${run.status}`) })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('slips.no')}</th>
            <th>{t('slips.name')}</th>
            {COLUMNS.map((key) => (
              <th key={key}>{t(`amount.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slips.map((slip) => (
            <tr key={slip.workerNo}>
              <td>{slip.workerNo}</td>
              <td>{names.get(slip.workerNo) ?? ''}</td>
              {COLUMNS.map((key) => (
                <td key={key} className="money">
                  {grouped(slip[key])}
                </td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <td colSpan={2}>{t('slips.sum')}</td>
            {COLUMNS.map((key) => (
              <td key={key} className="money">
                {grouped(run[key])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <PrintFoot total={run.net} />
    </div>
  );
}
