import {
  CodeColumn,
  type EntityClass,
  IdColumn,
  InstantColumn,
  IntColumn,
  NameColumn,
  TextColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** A pack that somebody brought in. Rows are added, never changed. */
@Entity('policy_pack')
export class PolicyPackRow {
  @IdColumn({ primary: true })
  id: string;

  /** In whose name it was proposed; its values hold wherever its layer reaches. */
  @IdColumn()
  centreId: string;

  @CodeColumn(6)
  layer: string;

  /** SHA-256 of the text. */
  @CodeColumn(64)
  hash: string;

  @TextColumn()
  text: string;

  @NameColumn(500)
  reason: string;

  @IdColumn()
  proposedBy: string;

  @IdColumn()
  proposedPerson: string;

  @InstantColumn()
  proposedAt: number;
}

/** What became of a pack: one row, once. Activated ones stand upon each other in the order of `seq`, known since `recorded_at`. */
@Entity('policy_pack_decision')
@Index(['seq'], { unique: true })
@Check('policy_pack_decision_outcome', "outcome IN ('activated', 'returned', 'withdrawn')")
@Check('policy_pack_decision_seq', "(outcome = 'activated') = (seq IS NOT NULL)")
@Check('policy_pack_decision_duties', "outcome <> 'activated' OR decided_person <> proposed_person")
export class PolicyPackDecisionRow {
  @IdColumn({ primary: true })
  packId: string;

  @CodeColumn(10)
  outcome: string;

  /** 1, 2, … without a gap; null unless activated. */
  @IntColumn({ nullable: true })
  seq: number | null;

  @CodeColumn(64)
  hash: string;

  @IdColumn()
  proposedPerson: string;

  @IdColumn()
  decidedBy: string;

  @IdColumn()
  decidedPerson: string;

  @InstantColumn()
  recordedAt: number;

  @NameColumn(500, { nullable: true })
  opinion: string | null;
}

export const policyEntities: EntityClass[] = [PolicyPackRow, PolicyPackDecisionRow];
/** Tables whose rows the application adds and never changes. */
export const policyAppendOnlyTables = ['policy_pack', 'policy_pack_decision'] as const;
