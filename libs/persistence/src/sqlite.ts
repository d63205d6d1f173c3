import type BetterSqlite3 from 'better-sqlite3';
import { createRequire } from 'node:module';

/** From this release line of Node on, line 13 of the driver. */
const NODE_OF_LINE_13 = 24;

/**
 * The driver of the embedded engine, in the line that goes with the Node that runs: no single one serves all of them. Line 12, compiled
 * against Node ≥ 24.19, aborts the process when a statement is garbage-collected (assertion in `RemoveEnvironmentCleanupHook`); line 13
 * crashes on Node 20. Both have the interface used here and read the same files.
 */
export const Sqlite = createRequire(__filename)(
  Number.parseInt(process.versions.node, 10) >= NODE_OF_LINE_13 ? 'better-sqlite3-13' : 'better-sqlite3',
) as typeof BetterSqlite3;
