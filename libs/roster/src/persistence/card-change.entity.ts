import { CodeColumn, IdColumn, InstantColumn, IntColumn, LocalDateColumn, NameColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('card_change')
@Index(['centreId', 'openFor'], { unique: true })
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'status'])
@Check('card_change_status', "status IN ('proposed', 'approved', 'returned', 'withdrawn')")
@Check('card_change_open', "(status = 'proposed') = (open_for IS NOT NULL)")
@Check('card_change_duties', "status <> 'approved' OR decided_person <> proposed_person")
export class CardChangeRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @IntColumn()
  workerNo: number;
  @LocalDateColumn()
  validFrom: string;
  @CodeColumn(255)
  cardCipher: string;
  @CodeColumn(64)
  cardIndex: string;
  @NameColumn(80, { nullable: true })
  bankName: string | null;
  @NameColumn(200, { nullable: true })
  reason: string | null;
  @CodeColumn(64)
  hash: string;
  @CodeColumn(10)
  status: string;
  @IntColumn({ nullable: true })
  openFor: number | null;
  @IdColumn()
  proposedBy: string;
  @IdColumn()
  proposedPerson: string;
  @InstantColumn()
  proposedAt: number;
  @IdColumn({ nullable: true })
  decidedBy: string | null;
  @IdColumn({ nullable: true })
  decidedPerson: string | null;
  @InstantColumn({ nullable: true })
  decidedAt: number | null;
  @NameColumn(500, { nullable: true })
  opinion: string | null;
  @IdColumn({ nullable: true })
  factId: string | null;
}
