import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type PayRun, type SlipDetail, type SlipExplanation } from '../../shared/api';
import { useFocusBack } from '../../shared/focus-back';
import { grouped } from '../../shared/money';
import { QueryView } from '../../shared/query-view';
import { runKeys, useAgencyNames, useWorkerNames } from './queries';
import { SlipFunds } from './slip-funds';
import { SlipLines } from './slip-lines';
import { SlipOneOffs } from './slip-one-offs';
import { SlipRetro } from './slip-retro';

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
  const steps = new Map((why.data?.lines ?? []).map((line) => [line.itemNo, line.steps]));
  return (
    <QueryView query={slip} inline>
      {(data) => (
        <div className="stack">
          <Totals slip={data} />
          <SlipLines lines={data.lines} steps={steps} />
          {why.data?.feeTier && <FeeTier tier={why.data.feeTier} />}
          <SlipOneOffs parts={data.oneOffs} />
          <SlipRetro deltas={data.retro} />
          <SlipFunds funds={data.funds} />
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

/** Why the agency's fee is priced as it is, where its price follows the head count. */
function FeeTier({ tier }: { tier: NonNullable<SlipExplanation['feeTier']> }): ReactElement {
  const { t } = useTranslation('runs');
  const { mode, heads: agencyHeads, from, place, amount, rate } = tier;
  const price = amount === null ? t('feeTier.rate', { rate }) : t('feeTier.perHead', { amount: grouped(amount) });
  return <p className="soft">{t(`feeTier.${mode === 'slices' && place !== null ? 'slices' : 'whole'}`, { agencyHeads, from, place, price })}</p>;
}
