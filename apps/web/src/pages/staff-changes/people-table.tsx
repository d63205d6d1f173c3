import { formatYuan } from '@gridstaff/kernel';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChosenPerson, StaffEffect, StaffLine } from '../../shared/api/staff-calls';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { fenOf, Money } from '../../shared/money';
import type { Column } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { Move } from './state-words';

interface Row {
  person: ChosenPerson;
  line: StaffLine | undefined;
  effect: StaffEffect['people'][number] | undefined;
}

/** More rows than this scroll within the table. */
const DRAWN = 60;
const HEIGHT = 560;

const refused = ({ person, line }: Row): boolean =>
  person.workerNo === null || (line?.problems.some(({ severity }) => severity === 'refusal') ?? false);

/** Everybody in the act: as found, then with from → to, what stands against it and what it does to pay; the refused ones first. */
export function PeopleTable({
  people,
  lines = [],
  effect,
  onRemove,
}: {
  people: readonly ChosenPerson[];
  lines?: readonly StaffLine[];
  effect: StaffEffect | undefined;
  onRemove: (people: readonly ChosenPerson[]) => void;
}): ReactElement {
  const { t } = useTranslation('staff');
  const byNo = new Map(lines.map((line) => [line.workerNo, line]));
  const effects = new Map(effect?.people.map((one) => [one.workerNo, one]));
  const all = people.map((person): Row => {
    const no = person.workerNo ?? 0;
    return { person, line: byNo.get(no), effect: effects.get(no) };
  });
  const wrong = all.filter(refused);
  const rows = [...wrong, ...all.filter((row) => !refused(row))];
  return (
    <div>
      {people.length > 0 && (
        <div className="filter-row">
          <span aria-live="polite">{t('people', { count: people.length })}</span>
          {wrong.length > 0 && (
            <Button size="small" onClick={() => onRemove(wrong.map(({ person }) => person))}>
              {t('removeRefused', { count: wrong.length })}
            </Button>
          )}
          <Button size="small" onClick={() => onRemove(people)}>
            {t('removeAll')}
          </Button>
        </div>
      )}
      <DataTable<Row>
        name="staff-act"
        label={t('peopleOfAct')}
        size="small"
        columns={useActColumns(effect !== undefined, onRemove)}
        rows={rows}
        rowKey={({ person: { workerNo, row, text } }) => workerNo ?? `${row}${text}`}
        {...(rows.length > DRAWN ? { height: HEIGHT, virtual: true } : {})}
        empty={<EmptyHint icon="people" title={t('nobody')} text={t('nobodyText')} />}
      />
    </div>
  );
}

function useActColumns(weighed: boolean, onRemove: (people: readonly ChosenPerson[]) => void): Column<Row>[] {
  const { t } = useTranslation('staff');
  const more = (of: { now: string; then: string }): string => formatYuan(fenOf(of.then) - fenOf(of.now));
  const pay: Column<Row>[] = [
    {
      ...{ key: 'net', title: t('effect.net'), width: 110, figures: true },
      render: (_, { effect }) => (effect ? <Money value={more({ now: effect.now.net, then: effect.then.net })} /> : '–'),
    },
    {
      ...{ key: 'cost', title: t('effect.cost'), width: 120, figures: true },
      render: (_, { effect }) => (effect ? <Money value={more({ now: effect.now.cost, then: effect.then.cost })} /> : '–'),
    },
    {
      ...{ key: 'year', title: t('effect.year'), width: 130, figures: true },
      render: (_, { effect }) => (effect ? <Money value={more({ now: effect.yearNow, then: effect.yearThen })} /> : '–'),
    },
  ];
  return [
    {
      ...{ key: 'no', title: t('column.no'), width: 80, figures: true },
      render: (_, { person }) => person.workerNo ?? '–',
    },
    {
      ...{ key: 'name', title: t('column.name'), width: 110 },
      render: (_, { person: { workerNo, name, text } }) => (workerNo === null ? text : <Link to={`/roster/${workerNo}`}>{name}</Link>),
    },
    {
      ...{ key: 'move', title: t('column.move'), width: 200 },
      render: (_, { line }) => (line ? <Move before={line.before} after={line.after} /> : ''),
    },
    { key: 'problems', title: t('column.problems'), width: 260, render: (_, row) => <Problems row={row} /> },
    ...(weighed ? pay : []),
    {
      ...{ key: 'remove', title: t('common:actions'), width: 70 },
      render: (_, { person }) => (
        <Button
          size="small"
          type="text"
          icon={<Icon name="close" />}
          aria-label={t('remove', { name: person.name ?? person.text })}
          onClick={() => onRemove([person])}
        />
      ),
    },
  ];
}

function Problems({ row: { person, line, effect } }: { row: Row }): ReactElement {
  const { t, i18n } = useTranslation('staff');
  const en = i18n.language === 'en';
  const found = [...(person.problem ? [{ ...person.problem, severity: 'refusal' as const }] : []), ...(line?.problems ?? [])];
  return (
    <ul className="staff-move">
      {found.map(({ code, severity, text_zh, text_en }) => (
        <li key={code}>
          <Tag tone={severity === 'refusal' ? 'bad' : 'warn'}>{t(`severity.${severity}`)}</Tag> {en ? text_en : text_zh} <span className="code soft">{code}</span>
        </li>
      ))}
      {effect?.leftOut && (
        <li>
          <Tag tone="warn">{t('effect.leftOut')}</Tag> <span className="code soft">{effect.leftOut}</span>
        </li>
      )}
    </ul>
  );
}
