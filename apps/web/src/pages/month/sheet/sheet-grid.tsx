import { weekday } from '@gridstaff/kernel';
import { Button } from 'antd';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { CellEdit, CellProblem, MonthSheet, SheetLine } from '../../../shared/api/sheet-calls';
import {
  clipboardCells,
  corners,
  keyOf,
  linesInSight,
  movedBy,
  pastedPlaces,
  type Place,
  placesIn,
} from './grid-model';
import { SheetLineView } from './sheet-line';
import type { Edits } from './use-edits';
import './sheet.css';

const LINE = { wide: 35, narrow: 45 };
const PAGE = 15;
const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** What the grid needs to know of a month of a team. */
export type GridMonth = Pick<MonthSheet, 'name' | 'period' | 'days' | 'marks' | 'rows'>;

/** Of a grid that is not the sheet of attendance. */
export interface GridWords {
  label: string;
  sums: readonly [string, string, string];
  /** Said of an empty cell that should not be. */
  unmarked: string;
  /** Colour by text of a cell. */
  tones: ReadonlyMap<string, string>;
}

/** The month of a team: keyboard, paste and fill as in a workbook. What is typed waits yellow, what is refused stays red with its reason. */
export function SheetGrid({
  sheet,
  edits,
  writes,
  words,
}: {
  sheet: GridMonth;
  edits: Edits;
  writes: boolean;
  words?: GridWords;
}): ReactElement {
  const { t, i18n } = useTranslation('month');
  const { rows, days, period, marks } = sheet;
  const size = { rows: rows.length, days: days.length };
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, day: 1 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, day: 1 });
  const [typing, setTyping] = useState<string | null>(null);
  const [sight, setSight] = useState({ scrolled: 0, height: 640, line: LINE.wide });

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = (): void => {
      const line = window.matchMedia('(max-width: 560px)').matches ? LINE.narrow : LINE.wide;
      setSight({ scrolled: element.scrollTop, height: element.clientHeight, line });
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      element.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, []);

  const shownText = useCallback(
    (line: SheetLine, day: number): string => edits.texts.get(keyOf(line.workerNo, day)) ?? line.cells[day - 1] ?? '',
    [edits.texts],
  );
  const english = i18n.language === 'en';
  const reason = useCallback((problem: CellProblem) => (english ? problem.detail_en : problem.detail_zh), [english]);
  const label = useCallback(
    (line: SheetLine, day: number) => {
      const open = line.unmarked.includes(day) && !edits.texts.has(keyOf(line.workerNo, day));
      const problem = edits.problems.get(keyOf(line.workerNo, day));
      const said = problem
        ? reason(problem)
        : shownText(line, day) || (open ? (words?.unmarked ?? t('sheet.unmarked')) : t('sheet.empty'));
      return t('sheet.cell', { name: line.name, day, text: said });
    },
    [edits.texts, edits.problems, reason, shownText, t, words?.unmarked],
  );

  const put = (places: readonly (Place & { text: string })[]): void =>
    edits.put(
      places.flatMap(({ row, day, text }): CellEdit[] => {
        const line = rows[row];
        return line && !(line.out.includes(day) && text === '') ? [{ workerNo: line.workerNo, day, text }] : [];
      }),
    );
  const fill = (text: string): void => {
    put(placesIn(active, anchor).map((place) => ({ ...place, text })));
    box.current?.focus();
  };
  const go = (place: Place, extend = false): void => {
    setActive(place);
    if (!extend) setAnchor(place);
    const line = rows[place.row];
    const element = box.current;
    if (!line || !element) return;
    const top = place.row * sight.line;
    const head = sight.line;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * head > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * head - element.clientHeight + 4;
    requestAnimationFrame(() =>
      document
        .getElementById(`cell-${line.workerNo}-${place.day}`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };
  const commit = (move?: string): void => {
    if (typing !== null) put([{ ...active, text: typing.trim() }]);
    setTyping(null);
    box.current?.focus();
    const next = move && movedBy(move, active, size, PAGE);
    if (next) go(next);
  };

  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyping(null);
      box.current?.focus();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      commit(event.key === 'Enter' ? 'ArrowDown' : event.shiftKey ? 'ArrowLeft' : 'ArrowRight');
    }
  };
  const pressed = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (typing !== null) {
      typed(event);
      return;
    }
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void edits.saveNow();
      return;
    }
    if (command && writes && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      edits.undo();
      return;
    }
    if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      setAnchor({ row: 0, day: 1 });
      setActive({ row: size.rows - 1, day: size.days });
      return;
    }
    if (command) return;
    const next = movedBy(event.key, active, size, PAGE);
    if (next) {
      event.preventDefault();
      go(next, event.shiftKey && event.key !== 'Enter');
      return;
    }
    if (!writes) return;
    const line = rows[active.row];
    if (event.key === 'Delete' || event.key === 'Backspace') fill('');
    else if (event.key === 'F2' && line) setTyping(shownText(line, active.day));
    else if (event.key.length === 1 && !event.altKey) {
      event.preventDefault();
      setTyping(event.key);
    }
  };
  const copied = (event: ClipboardEvent): void => {
    if (typing !== null) return;
    const { from, to } = corners(active, anchor);
    const text = rows
      .slice(from.row, to.row + 1)
      .map((line) => Array.from({ length: to.day - from.day + 1 }, (_, i) => shownText(line, from.day + i)).join('\t'))
      .join('\n');
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  const pasted = (event: ClipboardEvent): void => {
    if (typing !== null || !writes) return;
    event.preventDefault();
    put(pastedPlaces(clipboardCells(event.clipboardData.getData('text/plain')), active, anchor, size));
  };
  const placeOf = (event: MouseEvent): Place | undefined => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-day]');
    return cell ? { row: Number(cell.dataset.row), day: Number(cell.dataset.day) } : undefined;
  };
  const clicked = (event: MouseEvent): void => {
    const place = placeOf(event);
    if (!place) return;
    if (typing !== null && (place.row !== active.row || place.day !== active.day)) commit();
    setActive(place);
    if (!event.shiftKey) setAnchor(place);
  };

  const { from, to } = corners(active, anchor);
  const { first, last } = linesInSight(sight.scrolled, sight.height, sight.line, rows.length);
  const ofLine = useMemo(() => {
    const groups = new Map<number, Map<string, string>>();
    for (const [key, text] of edits.texts) {
      const no = Number(key.split(':')[0]);
      groups.set(no, (groups.get(no) ?? new Map<string, string>()).set(key, text));
    }
    return groups;
  }, [edits.texts]);
  const type = useCallback((text: string) => setTyping(text), []);
  const activeLine = rows[active.row];
  return (
    <>
      {writes && (
        <div className="sheet-marks" role="toolbar" aria-label={t('sheet.marks')}>
          {marks.map(({ code, mark, zh, en }) => (
            <Button
              key={code}
              size="small"
              title={english ? en : zh}
              aria-label={`${mark} ${english ? en : zh}`}
              onClick={() => (code === 'overtime' ? setTyping(mark) : fill(mark))}
            >
              {mark}
            </Button>
          ))}
          <Button size="small" onClick={() => fill('')}>
            {t('sheet.clear')}
          </Button>
          {!words && (
            <Button
              size="small"
              disabled={rows.every(({ unmarked }) => unmarked.length === 0)}
              onClick={() =>
                edits.put(
                  rows.flatMap(({ workerNo, unmarked }) =>
                    unmarked.flatMap((day) =>
                      edits.texts.has(keyOf(workerNo, day)) ? [] : [{ workerNo, day, text: '√' }],
                    ),
                  ),
                )
              }
            >
              {t('sheet.fillPresent')}
            </Button>
          )}
        </div>
      )}
      <div
        ref={box}
        className="sheet"
        role="grid"
        tabIndex={0}
        aria-label={words?.label ?? t('sheet.grid', { team: sheet.name, period })}
        aria-rowcount={rows.length + 1}
        aria-colcount={days.length + 4}
        aria-readonly={!writes}
        aria-activedescendant={activeLine && `cell-${activeLine.workerNo}-${active.day}`}
        onKeyDown={pressed}
        onCopy={copied}
        onPaste={pasted}
        onMouseDown={clicked}
        onDoubleClick={() => writes && activeLine && setTyping(shownText(activeLine, active.day))}
      >
        <div className="sheet-line sheet-head" role="row" aria-rowindex={1}>
          <div className="who" role="columnheader">
            {t('name')}
          </div>
          {days.map((kind, i) => (
            <div key={i} className="day" role="columnheader" data-kind={kind} title={t(`sheet.day.${kind}`)}>
              {i + 1}
              <small>{t(`sheet.weekday.${weekday(`${period}-${String(i + 1).padStart(2, '0')}`)}`)}</small>
            </div>
          ))}
          {['present', 'absent', 'overtime'].map((sum, i) => (
            <div key={sum} className="sum" role="columnheader">
              {words?.sums[i] ?? t(`sheet.sum.${sum}`)}
            </div>
          ))}
        </div>
        <div className="sheet-body" role="presentation" style={{ height: rows.length * sight.line, minWidth: '100%' }}>
          {rows.slice(first, last).map((line, i) => {
            const index = first + i;
            const inside = index >= from.row && index <= to.row;
            return (
              <SheetLineView
                key={line.workerNo}
                index={index}
                top={index * sight.line}
                line={line}
                days={days}
                texts={ofLine.get(line.workerNo) ?? NOTHING}
                problems={edits.problems}
                selected={inside ? `${from.day}-${to.day}` : ''}
                active={index === active.row ? active.day : null}
                typing={index === active.row ? typing : null}
                label={label}
                reason={reason}
                onType={type}
                tones={words?.tones}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
