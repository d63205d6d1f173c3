/** What tells by which act a fact was recorded. */
export interface RecordedFact {
  factId: string;
  kind: string;
  workerNo: number | null;
  key: string | null;
  recordedAt: string;
  recordedBy: string;
}

/** Facts that one act recorded: a correction is what is taken back and what holds, and the same is decided about both. */
export function withSiblings(rows: readonly RecordedFact[], factIds: readonly string[]): string[] {
  const actOf = ({ kind, workerNo, key, recordedAt, recordedBy }: RecordedFact): string =>
    JSON.stringify([kind, workerNo, key, recordedAt, recordedBy]);
  const acts = new Set(rows.filter(({ factId }) => factIds.includes(factId)).map(actOf));
  return rows.filter((row) => acts.has(actOf(row))).map(({ factId }) => factId);
}
