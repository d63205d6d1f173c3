import { addDays, type Period } from '@gridstaff/kernel';
import { Button, Form, Input, InputNumber, Modal, Switch } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type WorkerLeave } from '../../shared/api';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { PersonPicker } from '../../shared/person-picker';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { Tag } from '../../shared/tag';
import { LeaveKindsTable, useKindName } from './leave-kinds';
import { MonthTable } from './month-table';
import { monthKeys, useLeave } from './queries';

type Standing = WorkerLeave['standings'][number];

interface Fields {
  workerNo: number;
  months: number;
  continuousFrom?: string;
  evidence: string;
}

const isOver = ({ left }: Standing): boolean => Number(left) < 0;

/** What everybody has of each leave in the year of the month, and how it came about. */
export function Leave({ period }: { period: Period }): ReactElement {
  const { t } = useTranslation('month');
  const centre = useCentre();
  const { can } = useSession();
  const year = Number(period.slice(0, 4));
  const query = useLeave(year);
  const nameOf = useKindName();
  const [overOnly, setOverOnly] = useState(false);
  const [why, setWhy] = useState<WorkerLeave>();
  const [entering, setEntering] = useState<Partial<Fields>>();
  const [kinds, setKinds] = useState(false);
  if (query.error && !query.data) return <ProblemAlert error={query.error} />;
  const of = (worker: WorkerLeave, code: string): Standing | undefined =>
    worker.standings.find((standing) => standing.code === code);
  const over = query.data?.filter(({ standings }) => standings.some(isOver)) ?? [];
  const writes = can('attendance:write');
  const required = [{ required: true, message: t('common:required') }];
  const left = (standing: Standing | undefined): ReactElement | null =>
    standing ? isOver(standing) ? <Tag tone="bad">{standing.left}</Tag> : <>{standing.left}</> : null;
  return (
    <>
      <MonthTable<WorkerLeave>
        name="leave-balances"
        label={t('tab.leave')}
        rows={overOnly ? over : query.data}
        rowKey={({ workerNo }) => String(workerNo)}
        empty={<EmptyHint icon="calendar" title={t('balance.none', { year })} text={t('balance.noneText')} />}
        tools={
          <>
            {over.length > 0 && (
              <label className="soft">
                <Switch size="small" checked={overOnly} onChange={setOverOnly} />{' '}
                {t('balance.overOnly', { count: over.length })}
              </label>
            )}
            <Button onClick={() => setKinds(true)}>{t('balance.kinds')}</Button>
            {writes && (
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEntering({})}>
                {t('balance.service')}
              </Button>
            )}
          </>
        }
        columns={[
          {
            ...{ key: 'prior', title: t('balance.prior'), width: 120 },
            render: (_, { prior }) =>
              prior ? (
                t('balance.priorMonths', { count: prior.months })
              ) : (
                <span className="soft">{t('balance.noPrior')}</span>
              ),
          },
          {
            ...{
              key: 'accrued',
              title: t('balance.accrued'),
              unit: `(${t('balance.annual')})`,
              width: 130,
              figures: true,
            },
            render: (_, worker) => of(worker, 'annual')?.accrued,
          },
          {
            ...{ key: 'taken', title: t('balance.taken'), width: 80, figures: true },
            render: (_, worker) => of(worker, 'annual')?.taken,
          },
          {
            ...{ key: 'left', title: t('balance.left'), width: 90, figures: true },
            render: (_, worker) => left(of(worker, 'annual')),
          },
          {
            ...{ key: 'timeOff', title: t('balance.timeOff'), width: 110, figures: true },
            render: (_, worker) => left(of(worker, 'time_off')),
          },
          {
            ...{ key: 'others', title: t('balance.others'), width: 220 },
            render: (_, { standings }) =>
              standings
                .filter(({ code }) => code !== 'annual' && code !== 'time_off')
                .map((standing) => (
                  <Tag key={standing.code} tone={isOver(standing) ? 'bad' : 'plain'}>
                    {t('balance.usage', { ...standing, kind: nameOf(standing.code) })}
                  </Tag>
                )),
          },
          {
            ...{ key: 'do', title: t('do'), width: 90, always: true },
            render: (_, worker) => (
              <Button size="small" onClick={() => setWhy(worker)}>
                {t('balance.why')}
              </Button>
            ),
          },
        ]}
      />
      <Modal
        open={why !== undefined}
        title={why && t('balance.whyOf', { name: why.name, year })}
        footer={null}
        onCancel={() => setWhy(undefined)}
      >
        {why && <Why worker={why} />}
        {why && writes && (
          <Button
            onClick={() => {
              setEntering({
                workerNo: why.workerNo,
                ...why.prior,
                continuousFrom: why.prior?.continuousFrom ?? undefined,
              });
              setWhy(undefined);
            }}
          >
            {t('balance.service')}
          </Button>
        )}
      </Modal>
      <Modal open={kinds} title={t('balance.kinds')} footer={null} width={860} onCancel={() => setKinds(false)}>
        <LeaveKindsTable />
      </Modal>
      <FormDialog<Fields>
        name="prior-service"
        title={t('balance.service')}
        open={entering !== undefined}
        onClose={() => setEntering(undefined)}
        initial={entering}
        save={(fields) =>
          api.monthFacts.priorService(centre.id, [{ ...fields, continuousFrom: fields.continuousFrom || undefined }])
        }
        touches={[monthKeys.leave(centre.id, year)]}
        done={t('done.saved')}
      >
        <Form.Item name="workerNo" label={t('name')} rules={required}>
          <PersonPicker />
        </Form.Item>
        <Form.Item name="months" label={t('balance.prior')} extra={t('balance.serviceHint')} rules={required}>
          <InputNumber min={0} max={720} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="continuousFrom" label={t('balance.continuous')} extra={t('balance.continuousHint')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="evidence" label={t('balance.evidence')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </FormDialog>
    </>
  );
}

/** The balance said step by step. */
function Why({ worker }: { worker: WorkerLeave }): ReactElement {
  const { t } = useTranslation('month');
  const nameOf = useKindName();
  return (
    <>
      {worker.standings.map((standing) => {
        const { code, annual, opening, lapsed } = standing;
        return (
          <section key={code}>
            <h4>
              {nameOf(code)} {isOver(standing) && <Tag tone="bad">{t('balance.over')}</Tag>}
            </h4>
            <ul>
              {annual && (
                <li>
                  {annual.eligibleFrom
                    ? t('balance.eligible', { date: annual.eligibleFrom })
                    : t('balance.notEligible')}
                </li>
              )}
              {annual?.tiers.map((tier) => (
                <li key={tier.from}>{t('balance.tier', { ...tier, to: addDays(tier.to, -1) })}</li>
              ))}
              {annual?.excluded && <li>{t(`balance.excluded.${annual.excluded}`)}</li>}
              {annual && <li>{t('balance.sum', { days: annual.accrued })}</li>}
              {opening !== null && <li>{t('balance.opening', { days: opening })}</li>}
              {Number(lapsed) > 0 && <li>{t('balance.lapsed', { days: lapsed })}</li>}
              <li>
                {t('balance.accrued')} {standing.accrued} − {t('balance.taken')} {standing.taken} → {t('balance.left')}{' '}
                {standing.left}
              </li>
            </ul>
          </section>
        );
      })}
    </>
  );
}
