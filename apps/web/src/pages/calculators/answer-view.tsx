import { Collapse, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalculatorAnswer } from '../../shared/api';
import { grouped } from '../../shared/money';
import { Tag } from '../../shared/tag';
import { TableFrame } from '../../shared/table/table-frame';

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.every(isRow);

/** Figures first, then tables, then why. */
export function AnswerView({ answer }: { answer: CalculatorAnswer }): ReactElement {
  const { t } = useTranslation('calculators');
  const nameOf = (key: string): string =>
    t(`output.${key}`, { defaultValue: t(`field.${key}`, { defaultValue: key }) });
  const said = (value: unknown): string =>
    typeof value === 'boolean' ? t(value ? 'common:yes' : 'common:no') : grouped(String(value));
  const { parameters_used: used, ...output } = answer.output ?? {};
  const entries = Object.entries(output);
  const figures = entries.filter(([, value]) => !isRow(value) && !Array.isArray(value));
  const groups = entries.filter((entry): entry is [string, Row] => isRow(entry[1]));
  const tables = entries.filter((entry): entry is [string, Row[]] => isRows(entry[1]));
  return (
    <div className="stack">
      {figures.length > 0 && <Figures rows={figures} nameOf={nameOf} said={said} />}
      {groups.map(([key, group]) => (
        <section key={key}>
          <h3>{nameOf(key)}</h3>
          <Figures rows={Object.entries(group)} nameOf={nameOf} said={said} small />
        </section>
      ))}
      {tables.map(([key, rows]) => (
        <TableFrame key={key} label={nameOf(key)}>
          <Table<Row>
            size="small"
            aria-label={nameOf(key)}
            pagination={false}
            dataSource={rows}
            rowKey={(row) => String(row.month)}
            scroll={{ x: 'max-content' }}
            columns={Object.keys(rows[0] ?? {}).map((name) => ({
              title: nameOf(name),
              align: 'right',
              render: (_, row) => <span className="number">{said(row[name])}</span>,
            }))}
          />
        </TableFrame>
      ))}
      <Collapse
        size="small"
        items={[
          {
            key: 'why',
            label: t('because', { count: answer.because?.length ?? 0 }),
            children: <Because answer={answer} />,
          },
          ...(isRows(used)
            ? [{ key: 'used', label: t('parametersUsed', { count: used.length }), children: <Used rows={used} /> }]
            : []),
        ]}
      />
    </div>
  );
}

function Figures({
  rows,
  nameOf,
  said,
  small,
}: {
  rows: [string, unknown][];
  nameOf: (key: string) => string;
  said: (value: unknown) => string;
  small?: boolean;
}): ReactElement {
  return (
    <dl className={small ? 'figures small' : 'figures'}>
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{nameOf(key)}</dt>
          <dd>{said(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Because({ answer }: { answer: CalculatorAnswer }): ReactElement {
  const { t } = useTranslation('calculators');
  return (
    <ol className="calc-because">
      {(answer.because ?? []).map((step, i) => (
        <li key={i}>
          <div>{step.formula}</div>
          <div className="soft">
            {Object.entries(step.values)
              .map(([name, value]) => `${name} = ${grouped(String(value))}`)
              .join(t('comma'))}
          </div>
          {step.source && (
            <div className="soft">
              {t('source')} {step.source}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Used({ rows }: { rows: readonly Row[] }): ReactElement {
  const { t } = useTranslation('calculators');
  return (
    <ul className="calc-because">
      {rows.map((row, i) => (
        <li key={i}>
          <span className="code">{String(row.key)}</span> ={' '}
          {typeof row.value === 'object' ? JSON.stringify(row.value) : String(row.value)}{' '}
          <Tag tone={row.confidence === 'unconfirmed' ? 'warn' : 'good'}>
            {t(`confidence.${String(row.confidence)}`, { defaultValue: String(row.confidence) })}
          </Tag>
          <div className="soft">{String(row.source ?? '')}</div>
        </li>
      ))}
    </ul>
  );
}
