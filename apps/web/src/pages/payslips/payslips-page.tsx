import { useQuery } from '@tanstack/react-query';
import { Button, Card, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type OwnPayslip, type OwnPayslipDetail, saveFile } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { EmptyHint } from '../../shared/empty';
import { useFocusBack } from '../../shared/focus-back';
import { Icon } from '../../shared/icons';
import { grouped } from '../../shared/money';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useSession } from '../../shared/session';
import { sumOf } from '../runs/run-amounts';
import { SlipLines } from '../runs/slip-lines';
import { SlipOneOffs } from '../runs/slip-one-offs';
import { SlipRetro } from '../runs/slip-retro';
import './payslips.css';

/** One's own payslips, for a phone first: a card per month, one touch to every line and why it is so. */
export default function PayslipsPage(): ReactElement {
  const { t } = useTranslation('payslips');
  const { me } = useSession();
  const [open, setOpen] = useState<number>();
  useFocusBack(open !== undefined);
  const linked = me.workerNo !== null;
  const slips = useQuery({ queryKey: ['own-payslips'], queryFn: api.ownPayslips.list, enabled: linked });
  return (
    <Page tabTitle={t('title')} title={t('title')} sub={me.displayName}>
      {linked ? (
        <QueryView query={slips}>
          {(list) =>
            list.length === 0 ? (
              <EmptyHint icon="slip" title={t('none')} text={t('noneText')} />
            ) : (
              <ul className="month-cards">
                {list.map((slip) => (
                  <li key={slip.runNo}>
                    <MonthCard slip={slip} onOpen={() => setOpen(slip.runNo)} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      ) : (
        <Card>
          <EmptyHint icon="user" title={t('notLinked')} text={t('notLinkedText')} />
        </Card>
      )}
      <Drawer
        open={open !== undefined}
        title={t('detail')}
        onClose={() => setOpen(undefined)}
        destroyOnHidden
        size={560}
        styles={{ wrapper: { maxWidth: '100vw' } }}
      >
        {open !== undefined && <Detail runNo={open} />}
      </Drawer>
    </Page>
  );
}

const deducted = (slip: OwnPayslip | OwnPayslipDetail): string =>
  sumOf(slip, ['employeeInsurance', 'employeeFund', 'tax', 'otherDeductions']);

function MonthCard({ slip, onOpen }: { slip: OwnPayslip; onOpen: () => void }): ReactElement {
  const { t } = useTranslation('payslips');
  return (
    <button type="button" className="month-card" onClick={onOpen}>
      <span className="head">
        <strong>{t('month', { year: slip.period.slice(0, 4), month: Number(slip.period.slice(5)) })}</strong>
        <span className="soft">{t('payDate', { date: slip.payDate })}</span>
      </span>
      <Three slip={slip} />
    </button>
  );
}

/** 应发, 扣款, 实发, in this order. */
function Three({ slip }: { slip: OwnPayslip | OwnPayslipDetail }): ReactElement {
  const { t } = useTranslation('payslips');
  return (
    <dl className="three">
      <div>
        <dt>{t('gross')}</dt>
        <dd>{grouped(slip.gross)}</dd>
      </div>
      <div>
        <dt>{t('deducted')}</dt>
        <dd>{grouped(deducted(slip))}</dd>
      </div>
      <div className="net">
        <dt>{t('net')}</dt>
        <dd>{grouped(slip.net)}</dd>
      </div>
    </dl>
  );
}

function Detail({ runNo }: { runNo: number }): ReactElement {
  const { t, i18n } = useTranslation('payslips');
  const { me } = useSession();
  const slip = useQuery({
    queryKey: ['own-payslips', runNo, i18n.language],
    queryFn: () => api.ownPayslips.get(runNo),
  });
  const pdf = useCommand({
    run: () => api.ownPayslips.pdf(runNo),
    touches: [],
    onDone: ({ blob, name }) => saveFile(blob, name ?? `${t('title')}.pdf`),
  });
  return (
    <QueryView query={slip} inline>
      {(data) => (
        <div className="stack">
          <div>
            <strong>
              {t('month', { year: data.period.slice(0, 4), month: Number(data.period.slice(5)) })} · {me.displayName}
            </strong>
            <Three slip={data} />
          </div>
          <p className="soft" style={{ margin: 0 }}>
            {t('touch')}
          </p>
          <SlipLines lines={data.lines} steps={new Map(data.explanation.map(({ itemNo, steps }) => [itemNo, steps]))} />
          <SlipOneOffs parts={data.oneOffs} />
          <SlipRetro deltas={data.retro} />
          <Button
            size="large"
            block
            icon={<Icon name="download" />}
            loading={pdf.isPending}
            onClick={() => pdf.mutate()}
          >
            {t('pdf')}
          </Button>
        </div>
      )}
    </QueryView>
  );
}
