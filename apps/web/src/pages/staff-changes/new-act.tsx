import { Alert, Button, Card, Form } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type ChosenPerson, staff, type StaffAct, type StaffEffect, type StaffLine } from '../../shared/api/staff-calls';
import { useAsk } from '../../shared/ask';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { payFund, useFunds } from '../../shared/funds';
import { Icon } from '../../shared/icons';
import { ProblemAlert, showInForm, useTextOf } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { type ActFields, actOf, type Kind, withPeople } from './act';
import { ActForm } from './act-form';
import { ChoosePeople } from './choose-people';
import { EffectCard } from './effect-card';
import { PeopleTable } from './people-table';

interface Seen {
  act: StaffAct;
  lines: readonly StaffLine[];
  ready: number;
}

const FIRST: ActFields = { kind: 'transfer', months: 24 };
const FILTERS = ['search', 'unit', 'agency', 'post', 'status'] as const;

/** Whom, to where, from when and why; then what it would be, and only then the step that writes. */
export function NewAct(): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const { can } = useSession();
  const textOf = useTextOf();
  const [form] = Form.useForm<ActFields>();
  const [people, setPeople] = useState<readonly ChosenPerson[]>([]);
  const [seen, setSeen] = useState<Seen>();
  const [effect, setEffect] = useState<StaffEffect>();
  const [error, setError] = useState<unknown>();
  const [ask, dialog] = useAsk();
  const funds = useFunds(centre.id, undefined, can('fund:read') && can('run:read'));
  const kind: Kind = Form.useWatch('kind', form) ?? 'transfer';
  const forget = (): void => {
    setSeen(undefined);
    setEffect(undefined);
    setError(undefined);
  };
  const add = (more: readonly ChosenPerson[]): void => {
    forget();
    setPeople((before) => withPeople(before, more));
  };
  useFilterOfAddress(centre.id, add, setError);

  const weigh = useCommand<StaffAct, StaffEffect>({
    run: (act) => staff.effect(centre.id, { ...act, fundId: payFund(funds.data ?? [], null)?.id }),
    touches: [],
    onDone: setEffect,
    onRefused: setError,
  });
  const look = useCommand<StaffAct, { lines: StaffLine[]; ready: number }>({
    run: (act) => staff.preview(centre.id, act),
    touches: [],
    onDone: (answer, act) => {
      setSeen({ act, ...answer });
      if (can('run:read') && act.kind !== 'renewal' && answer.ready > 0) weigh.mutate(act);
    },
    onRefused: (refused) => {
      if (!showInForm(form, refused, textOf)) setError(refused);
    },
  });
  const carryOut = useCommand<Seen, { id: string; people: number }>({
    run: ({ act, lines }, key) => {
      const by = new Map(lines.map((line) => [line.workerNo, line.seen]));
      return staff.carryOut(centre.id, { ...act, lines: act.lines.map((line) => ({ ...line, seen: by.get(line.workerNo) ?? '' })) }, key);
    },
    touches: [['staff-changes'], ['workers'], ['worker'], ['units'], ['dispatch'], ['readiness']],
    done: t('done'),
    onDone: () => {
      forget();
      setPeople([]);
    },
    onRefused: (refused) => {
      setSeen(undefined);
      setError(refused);
    },
  });
  const preview = (fields: ActFields): void => {
    forget();
    look.mutate(actOf(fields, people));
  };
  const found = people.filter(({ workerNo }) => workerNo !== null);
  const clear = people.length === found.length && seen !== undefined && seen.ready === seen.lines.length;
  return (
    <Card size="small" title={t('new')}>
      <div className="stack">
        <ChoosePeople onChosen={add} />
        <Form<ActFields>
          name="staff-act"
          form={form}
          layout="vertical"
          initialValues={{ ...FIRST, date: today() }}
          onValuesChange={forget}
          onFinish={preview}
        >
          <ActForm kind={kind} />
          {error !== undefined && <ProblemAlert error={error} />}
          <Button type={clear ? 'default' : 'primary'} htmlType="submit" disabled={found.length === 0} loading={look.isPending}>
            {t('look', { count: found.length })}
          </Button>
        </Form>
        {seen && <Verdict seen={seen} unknown={people.length - found.length} />}
        {effect && <EffectCard effect={effect} />}
        {weigh.isPending && <p className="soft" aria-live="polite">{t('effect.busy')}</p>}
        <PeopleTable
          people={people}
          lines={seen?.lines}
          effect={effect}
          onRemove={(gone) => {
            forget();
            setPeople(people.filter((person) => !gone.includes(person)));
          }}
        />
        {clear && seen && (
          <div>
            <Button
              type="primary"
              danger={seen.act.kind === 'return'}
              loading={carryOut.isPending}
              icon={<Icon name="ok" />}
              onClick={() =>
                ask({
                  title: t('carryOut.title', { kind: t(`kind.${seen.act.kind}`), count: seen.ready }),
                  text: t(`carryOut.${seen.act.kind}`, { date: seen.act.date }),
                  confirm: t('carryOut.confirm', { count: seen.ready }),
                  danger: seen.act.kind === 'return',
                  act: () => carryOut.mutateAsync(seen),
                })
              }
            >
              {t('carryOut.confirm', { count: seen.ready })}
            </Button>
          </div>
        )}
      </div>
      {dialog}
    </Card>
  );
}

function Verdict({ seen: { lines, ready }, unknown }: { seen: Seen; unknown: number }): ReactElement {
  const { t } = useTranslation('staff');
  const refused = lines.length - ready;
  if (refused + unknown === 0) return <Alert type="success" showIcon title={t('verdict.clear', { count: ready })} />;
  return <Alert type="error" showIcon title={t('verdict.refused', { ready, refused: refused + unknown })} description={t('verdict.what')} />;
}

/** The roster leads here with the filter of its list in the address: everybody it shows is in the act. */
function useFilterOfAddress(centreId: string, onChosen: (people: readonly ChosenPerson[]) => void, onRefused: (error: unknown) => void): void {
  const [address, setAddress] = useSearchParams();
  const asked = FILTERS.flatMap((key) => {
    const value = address.get(key);
    return value === null ? [] : [[key, value] as const];
  });
  const key = JSON.stringify(asked);
  useEffect(() => {
    if (asked.length === 0) return;
    setAddress({}, { replace: true });
    staff.choose(centreId, { filter: Object.fromEntries(asked) }).then(onChosen, onRefused);
    // What the address asks for is taken once, whatever else changes on the page.
  }, [key]);
}
