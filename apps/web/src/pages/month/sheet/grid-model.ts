/** A cell of the sheet: which line, from 0, and which day of the month, from 1. */
export interface Place {
  row: number;
  day: number;
}

export interface Size {
  rows: number;
  days: number;
}

export const keyOf = (workerNo: number, day: number): string => `${workerNo}:${day}`;

/** Lines and cells as a workbook puts them on the clipboard. */
export function clipboardCells(text: string): string[][] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

const between = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The corners of what is selected, both included. */
export const corners = (a: Place, b: Place): { from: Place; to: Place } => ({
  from: { row: Math.min(a.row, b.row), day: Math.min(a.day, b.day) },
  to: { row: Math.max(a.row, b.row), day: Math.max(a.day, b.day) },
});

export function placesIn(a: Place, b: Place): Place[] {
  const { from, to } = corners(a, b);
  const places: Place[] = [];
  for (let row = from.row; row <= to.row; row++)
    for (let day = from.day; day <= to.day; day++) places.push({ row, day });
  return places;
}

/** Where pasted cells go: one value fills what is selected, a block goes right and down from its first cell and is cut at the edges. */
export function pastedPlaces(block: readonly string[][], a: Place, b: Place, size: Size): (Place & { text: string })[] {
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (single !== undefined) return placesIn(a, b).map((place) => ({ ...place, text: single }));
  const { from } = corners(a, b);
  return block.flatMap((line, i) =>
    line.flatMap((text, j) => {
      const place = { row: from.row + i, day: from.day + j, text };
      return place.row < size.rows && place.day <= size.days ? [place] : [];
    }),
  );
}

/** The cell that a key leads to; undefined for a key that leads nowhere. */
export function movedBy(key: string, at: Place, size: Size, page: number): Place | undefined {
  const to = (row: number, day: number): Place => ({
    row: between(row, 0, size.rows - 1),
    day: between(day, 1, size.days),
  });
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.day);
    case 'ArrowDown':
    case 'Enter':
      return to(at.row + 1, at.day);
    case 'ArrowLeft':
      return to(at.row, at.day - 1);
    case 'ArrowRight':
      return to(at.row, at.day + 1);
    case 'Home':
      return to(at.row, 1);
    case 'End':
      return to(at.row, size.days);
    case 'PageUp':
      return to(at.row - page, at.day);
    case 'PageDown':
      return to(at.row + page, at.day);
    default:
      return undefined;
  }
}

/** Lines that are drawn: those in sight and a few above and below. */
export function linesInSight(
  scrolled: number,
  height: number,
  line: number,
  rows: number,
): { first: number; last: number } {
  const MARGIN = 6;
  const first = Math.max(0, Math.floor(scrolled / line) - MARGIN);
  return { first, last: Math.min(rows, Math.ceil((scrolled + height) / line) + MARGIN) };
}
