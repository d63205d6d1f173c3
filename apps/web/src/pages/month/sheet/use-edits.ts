import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellEdit, CellProblem } from '../../../shared/api/sheet-calls';
import { keyOf } from './grid-model';

const SAVE_AFTER_MS = 1_000;
const MOST_AT_ONCE = 5_000;

export interface Edits {
  /** Typed and not yet recorded, by cell. */
  texts: ReadonlyMap<string, string>;
  /** Why a cell was not recorded. */
  problems: ReadonlyMap<string, CellProblem>;
  saving: boolean;
  /** What went wrong with saving as a whole. */
  failed: unknown;
  put: (edits: readonly CellEdit[]) => void;
  undo: () => void;
  saveNow: () => Promise<void>;
}

const editOf = (key: string, text: string): CellEdit => {
  const [workerNo, day] = key.split(':').map(Number) as [number, number];
  return { workerNo, day, text };
};

/**
 * What was typed, recorded by itself a moment after the last key. A refused cell stays as it was typed, with the reason, and is not tried again before it
 * is changed. @param textOf what a cell says as recorded
 */
export function useEdits(
  save: (cells: CellEdit[]) => Promise<readonly CellProblem[]>,
  textOf: (workerNo: number, day: number) => string,
): Edits {
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [problems, setProblems] = useState<ReadonlyMap<string, CellProblem>>(new Map());
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const past = useRef<CellEdit[][]>([]);
  const running = useRef(false);

  const lay = useCallback((edits: readonly CellEdit[]) => {
    setTexts((before) => {
      const after = new Map(before);
      for (const { workerNo, day, text } of edits) after.set(keyOf(workerNo, day), text);
      return after;
    });
    setProblems((before) => {
      const after = new Map(before);
      for (const { workerNo, day } of edits) after.delete(keyOf(workerNo, day));
      return after.size === before.size ? before : after;
    });
    setFailed(undefined);
  }, []);

  const put = useCallback(
    (edits: readonly CellEdit[]) => {
      const now = ({ workerNo, day }: CellEdit): string => texts.get(keyOf(workerNo, day)) ?? textOf(workerNo, day);
      const changed = edits.filter((edit) => now(edit) !== edit.text);
      if (changed.length === 0) return;
      past.current.push(changed.map((edit) => ({ ...edit, text: now(edit) })));
      lay(changed);
    },
    [lay, texts, textOf],
  );

  const undo = useCallback(() => {
    const last = past.current.pop();
    if (last) lay(last);
  }, [lay]);

  const saveNow = useCallback(async () => {
    const waiting = [...texts].filter(([key]) => !problems.has(key)).slice(0, MOST_AT_ONCE);
    if (running.current || waiting.length === 0) return;
    running.current = true;
    setSaving(true);
    try {
      const refused = new Map(
        (await save(waiting.map(([key, text]) => editOf(key, text)))).map((p) => [keyOf(p.workerNo, p.day), p]),
      );
      setProblems((before) => new Map([...before, ...refused]));
      // What was typed meanwhile stays.
      setTexts(
        (before) =>
          new Map(
            [...before].filter(
              ([key, text]) => refused.has(key) || waiting.every(([k, sent]) => k !== key || sent !== text),
            ),
          ),
      );
    } catch (error) {
      setFailed(error);
    } finally {
      running.current = false;
      setSaving(false);
    }
  }, [save, texts, problems]);

  useEffect(() => {
    if (saving || failed !== undefined || [...texts.keys()].every((key) => problems.has(key))) return undefined;
    const timer = setTimeout(() => void saveNow(), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [texts, problems, saving, failed, saveNow]);

  return { texts, problems, saving, failed, put, undo, saveNow };
}
