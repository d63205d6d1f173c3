import type { Fact } from '@gridstaff/kernel';
import { FlagColumn, IdColumn, InstantColumn, LocalDateColumn } from './columns';

/**
 * Base of every fact entity. Rows are appended, never updated; `supersedes` names the row a correction replaces (for the reader; the
 * answer to "what held when" comes from ranges and `recordedAt` alone, see `timelineOf` in the kernel).
 */
export abstract class FactRow implements Fact {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @LocalDateColumn()
  validFrom: string;

  /** Exclusive; 9999-12-31 while open. */
  @LocalDateColumn()
  validTo: string;

  @InstantColumn()
  recordedAt: number;

  @IdColumn()
  recordedBy: string;

  @IdColumn({ nullable: true })
  supersedes: string | null;

  @FlagColumn()
  retracted: boolean;
}
