import { addDays, daysBetween, endOfPeriod, firstDay, type LocalDate } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, TreeSelect } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type CoverageReport, type CoveredGrid, saveFile } from '../../shared/api';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { QueryView } from '../../shared/query-view';
import { useCentre } from '../../shared/session';
import type { Column } from '../../shared/table/columns';
import { DataTable } from '../../shared/table/data-table';
import { treeOf, useUnits } from '../roster/queries';
import './coverage.css';

interface Asked {
  from: LocalDate;
  until: LocalDate;
  unit?: string;
}

const thisMonth = (): Asked => {
  const month = today().slice(0, 7);
  return { from: firstDay(month), until: addDays(endOfPeriod(month), -1) };
};

/** Which grid had nobody on which days, who was on it, and who covered. */
export default function CoveragePage(): ReactElement {
  const { t } = useTranslation('coverage');
  const centre = useCentre();
  const units = useUnits();
  const tree = useMemo(() => treeOf(units.data ?? []), [units.data]);
  const [asked, setAsked] = useState<Asked>(thisMonth);
  const [gapsOnly, setGapsOnly] = useState(false);
  const report = useQuery({
    queryKey: ['coverage', centre.id, asked],
    queryFn: () => api.coverage.report(centre.id, asked),
    placeholderData: (before) => before,
  });
  const file = useCommand({
    run: () => api.coverage.file(centre.id, asked),
    touches: [],
    onDone: ({ blob, name }) => saveFile(blob, name ?? `${t('title')}.xlsx`),
  });
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      actions={
        <Button icon={<Icon name="download" />} loading={file.isPending} onClick={() => file.mutate()}>
          {t('download')}
        </Button>
      }
    >
      <Card size="small">
        <div className="filter-row">
          <DayInput
            value={asked.from}
            onChange={(from) => from && setAsked({ ...asked, from })}
            allowClear={false}
            aria-label={t('from')}
          />
          <DayInput
            value={asked.until}
            onChange={(until) => until && setAsked({ ...asked, until })}
            allowClear={false}
            aria-label={t('until')}
          />
          <TreeSelect
            treeData={tree}
            allowClear
            value={asked.unit}
            onChange={(unit?: string) => setAsked({ ...asked, unit })}
            showSearch={{ treeNodeFilterProp: 'title' }}
            placeholder={t('unit')}
            aria-label={t('unit')}
            style={{ width: 220 }}
            popupMatchSelectWidth={280}
          />
          <Checkbox checked={gapsOnly} onChange={(event) => setGapsOnly(event.target.checked)}>
            {t('gapsOnly')}
          </Checkbox>
        </div>
        <QueryView query={report} inline>
          {(data) => <Grids report={data} gapsOnly={gapsOnly} />}
        </QueryView>
      </Card>
    </Page>
  );
}

function Grids({ report, gapsOnly }: { report: CoverageReport; gapsOnly: boolean }): ReactElement {
  const { t } = useTranslation('coverage');
  const days = daysBetween(report.from, addDays(report.until, 1));
  const rows = gapsOnly ? report.grids.filter(({ uncovered }) => uncovered > 0) : report.grids;
  const figure = (key: 'uncovered' | 'coveredByOthers'): Column<CoveredGrid> => ({
    ...{ key, title: t(key), width: 90, figures: true },
    render: (_, row) => row[key],
  });
  return (
    <>
      <p aria-live="polite">
        {t('sum', { grids: report.grids.length, days: report.days, uncovered: report.uncovered, others: report.coveredByOthers })}
      </p>
      <p className="coverage-legend">
        {(['main', 'covered', 'nobody'] as const).map((state) => (
          <span key={state}>
            <i className="coverage-piece" data-state={state} aria-hidden /> {t(`state.${state}`)}
          </span>
        ))}
      </p>
      <DataTable<CoveredGrid>
        name="coverage"
        label={t('title')}
        size="small"
        rows={rows}
        rowKey={({ unitId }) => unitId}
        empty={<EmptyHint icon="calendar" title={t(gapsOnly ? 'noGaps' : 'none')} text={t('noneText')} />}
        expandable={{ expandedRowRender: (row) => <Pieces grid={row} /> }}
        columns={[
          {
            ...{ key: 'name', title: t('grid'), width: 200 },
            render: (_, { unitId, name, path }) => (
              <>
                <Link to={`/units/${unitId}`}>{name}</Link>
                <div className="soft">{path.join(' / ')}</div>
              </>
            ),
          },
          figure('uncovered'),
          figure('coveredByOthers'),
          {
            ...{ key: 'line', title: `${report.from} – ${report.until}`, width: 560 },
            render: (_, row) => <Line grid={row} from={report.from} days={days} />,
          },
        ]}
      />
    </>
  );
}

type Piece = CoveredGrid['pieces'][number];
const stateOf = ({ main, covering }: Piece): 'main' | 'covered' | 'nobody' =>
  main.length > 0 ? 'main' : covering.length > 0 ? 'covered' : 'nobody';

/** The days as a line: a gap is hatched, framed and says so in words, so that nobody needs its colour. */
function Line({ grid, from, days }: { grid: CoveredGrid; from: LocalDate; days: number }): ReactElement {
  const { t } = useTranslation('coverage');
  const share = (count: number): string => `${((count * 100) / days).toFixed(3)}%`;
  return (
    <div className="coverage-line">
      {grid.pieces.map((piece) => {
        const state = stateOf(piece);
        const people = [...piece.main, ...piece.covering].map(({ name }) => name).join(' ');
        const words = people || t('state.nobody');
        return (
          <span
            key={piece.from}
            className="coverage-piece"
            data-state={state}
            title={`${piece.from} – ${addDays(piece.to, -1)} ${t(`state.${state}`)} ${people}`}
            style={{ left: share(daysBetween(from, piece.from)), width: share(daysBetween(piece.from, piece.to)) }}
          >
            {words}
          </span>
        );
      })}
    </div>
  );
}

/** The same in words, for whoever cannot see the line. */
function Pieces({ grid }: { grid: CoveredGrid }): ReactElement {
  const { t } = useTranslation('coverage');
  const names = (people: Piece['main']): string => people.map(({ no, name }) => `${name} ${no}`).join(' ');
  return (
    <ul className="coverage-words">
      {grid.pieces.map((piece) => (
        <li key={piece.from}>
          {piece.from} – {addDays(piece.to, -1)} · {t('days', { count: daysBetween(piece.from, piece.to) })} ·{' '}
          {t(`state.${stateOf(piece)}`)}
          {piece.main.length > 0 && ` · ${names(piece.main)}`}
          {piece.covering.length > 0 && ` · ${t('covering')} ${names(piece.covering)}`}
        </li>
      ))}
    </ul>
  );
}
