import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ExplainedStep, type PayRun, type SlipDetail, type SlipLine } from '../../shared/api';
import { useFocusBack } from '../../shared/focus-back';
import { Icon } from '../../shared/icons';
import { grouped, Money } from '../../shared/money';
import { QueryView } from '../../shared/query-view';
import { Tag } from '../../shared/tag';
import { runKeys, useAgencyNames, useWorkerNames } from './queries';
import './slip-drawer.css';

interface Props {
  run: PayRun;
  workerNo: number | undefined;
  onClose: () => void;
  onMove: (workerNo: number) => void;
}

/** A payslip whose every line opens why it is what it is. */
export function SlipDrawer({ run, workerNo, onClose }: Props): ReactElement {
  const { t } = useTranslation('runs');
  const names = useWorkerNames();
  const open = workerNo !== undefined;
  useFocusBack(open);
  const title =
    workerNo === undefined
      ? ''
      : t('slip.title', { name: names.get(workerNo) ?? t('slips.open', { no: workerNo }), period: run.period });
  return (
    <Drawer open={open} title={title} onClose={onClose} size={620} destroyOnHidden>
      {workerNo !== undefined && <SlipBody key={workerNo} run={run} workerNo={workerNo} />}
    </Drawer>
  );
}

const GROUPS = ['earning', 'deduction', 'employer_cost', 'information'] as const;

function SlipBody({ run, workerNo }: { run: PayRun; workerNo: number }): ReactElement {
  const { t, i18n } = useTranslation('runs');
  const slip = useQuery({
    queryKey: [...runKeys.one(run.id), 'slip', run.hash, workerNo],
    queryFn: () => api.runs.slip(run.id, workerNo),
  });
  const why = useQuery({
    queryKey: [...runKeys.one(run.id), 'why', run.hash, workerNo, i18n.language],
    queryFn: () => api.runs.explain(run.id, workerNo),
  });
  const steps = new Map((why.data ?? []).map((line) => [line.itemNo, line.steps]));
  return (
    <QueryView query={slip} inline>
      {(data) => (
        <div className="stack">
          <Totals slip={data} />
          {GROUPS.map((group) => {
            const lines = data.lines.filter(({ kind }) => kind === group);
            return lines.length === 0 ? null : (
              <section key={group}>
                <h2 className="slip-group">{t(`slip.${group}`)}</h2>
                <ul className="slip-lines">
                  {lines.map((line) => (
                    <Line key={line.itemNo} line={line} steps={steps.get(line.itemNo)} />
                  ))}
                </ul>
              </section>
            );
          })}
          <p className="soft">
            {t('slip.hash')} <span className="code">{data.hash.slice(0, 16)}…</span>
          </p>
        </div>
      )}
    </QueryView>
  );
}

function Totals({ slip }: { slip: SlipDetail }): ReactElement {
  const { t } = useTranslation('runs');
  const agencyName = useAgencyNames();
  return (
    <>
      <dl className="figures">
        {(['gross', 'net', 'fee'] as const).map((name) => (
          <div key={name}>
            <dt>
              {t(`amount.${name}`)} <small>{t('common:yuan')}</small>
            </dt>
            <dd>{grouped(slip[name])}</dd>
          </div>
        ))}
      </dl>
      <span className="soft">{agencyName(slip.agencyId)}</span>
    </>
  );
}

function Line({ line, steps }: { line: SlipLine; steps: readonly ExplainedStep[] | undefined }): ReactElement {
  const { t, i18n } = useTranslation('runs');
  const [open, setOpen] = useState(false);
  const name = i18n.language === 'en' ? line.nameEn : line.nameZh;
  const doubtful = steps?.some(({ confidence }) => confidence === 'unconfirmed');
  return (
    <li>
      <Button type="text" block className="slip-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'up' : 'down'} size={14} />
        <span className="what">
          {name} {doubtful && <Tag tone="warn">{t('slip.unconfirmed')}</Tag>}
        </span>
        <Money value={line.amount} />
      </Button>
      {open && <Steps steps={steps} />}
    </li>
  );
}

function Steps({ steps }: { steps: readonly ExplainedStep[] | undefined }): ReactElement {
  const { t } = useTranslation('runs');
  if (!steps) return <p className="soft steps-of">{t('slip.explaining')}</p>;
  if (steps.length === 0) return <p className="soft steps-of">{t('slip.noSteps')}</p>;
  return (
    <ol className="steps-of">
      {steps.map((step, i) => (
        <li key={i}>
          <div>
            <strong>{step.label}</strong>
            {step.segment !== undefined && (
              <span className="soft"> {t('slip.segment', { no: step.segment })}</span>
            )}{' '}
            <Tag tone={step.confidence === 'confirmed' ? 'good' : 'warn'}>{t(`slip.${step.confidence}`)}</Tag>
          </div>
          <div className="formula">
            {step.formula} = <strong className="number">{grouped(step.result)}</strong>
          </div>
          <dl>
            {Object.entries(step.values).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{grouped(value)}</dd>
              </div>
            ))}
          </dl>
          {step.source && (
            <div className="soft">
              {t('slip.source')} {step.source}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
