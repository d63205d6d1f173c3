import { memo, type ReactElement } from 'react';
import type { CellProblem, MonthSheet, SheetLine } from '../../../shared/api/sheet-calls';
import { keyOf } from './grid-model';

export interface LineLook {
  /** Texts not yet recorded, by cell; the same map while nothing of the line changed. */
  texts: ReadonlyMap<string, string>;
  problems: ReadonlyMap<string, CellProblem>;
  /** Selected days of the line, first and last; none: nothing selected. */
  selected: string;
  active: number | null;
  /** What is being typed into the active cell. */
  typing: string | null;
}

interface Props extends LineLook {
  index: number;
  top: number;
  line: SheetLine;
  days: MonthSheet['days'];
  label: (line: SheetLine, day: number) => string;
  reason: (problem: CellProblem) => string;
  onType: (text: string) => void;
  /** Colour by text of a cell. */
  tones?: ReadonlyMap<string, string>;
}

/** One person of the sheet. Drawn again only when something of it changed: a month of five hundred people stays quick. */
export const SheetLineView = memo(function SheetLineView(props: Props): ReactElement {
  const { index, top, line, days, texts, problems, selected, active, typing, label, reason, onType, tones } = props;
  const [first, last] = selected === '' ? [0, -1] : (selected.split('-').map(Number) as [number, number]);
  const found = new Set(line.findings.flatMap(({ day }) => day ?? []));
  return (
    <div className="sheet-line" role="row" aria-rowindex={index + 2} style={{ top }}>
      <div className="who" role="rowheader" title={`${line.name} ${line.workerNo}`}>
        {line.name}
      </div>
      {days.map((kind, i) => {
        const day = i + 1;
        const key = keyOf(line.workerNo, day);
        const typed = texts.get(key);
        const problem = problems.get(key);
        const text = typed ?? line.cells[i] ?? '';
        const out = line.out.includes(day);
        const open = typed === undefined && line.unmarked.includes(day);
        const here = active === day;
        return (
          <div
            key={day}
            role="gridcell"
            id={`cell-${line.workerNo}-${day}`}
            aria-colindex={day + 1}
            aria-label={label(line, day)}
            aria-selected={day >= first && day <= last}
            aria-invalid={problem !== undefined}
            title={problem && reason(problem)}
            data-row={index}
            data-day={day}
            data-kind={kind}
            data-tone={tones?.get(text)}
            data-active={here || undefined}
            data-out={out || undefined}
            data-open={open || undefined}
            data-found={found.has(day) || undefined}
            data-state={problem ? 'wrong' : typed !== undefined ? 'waiting' : undefined}
          >
            {here && typing !== null ? (
              <input
                autoFocus
                aria-label={label(line, day)}
                value={typing}
                maxLength={60}
                onChange={(event) => onType(event.target.value)}
              />
            ) : (
              text || (open ? '?' : '')
            )}
          </div>
        );
      })}
      <div className="sum" role="gridcell">
        {line.present}
      </div>
      <div className="sum" role="gridcell">
        {Number(line.absent) === 0 ? '' : line.absent}
      </div>
      <div className="sum" role="gridcell">
        {Number(line.overtime) === 0 ? '' : line.overtime}
      </div>
    </div>
  );
});
