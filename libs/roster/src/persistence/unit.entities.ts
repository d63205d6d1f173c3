import { CodeColumn, FactRow, IdColumn, IntColumn, TextColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('post_seats_fact')
@Index(['centreId', 'orgUnitId'])
@Check('post_seats_fact_range', 'valid_from < valid_to')
export class PostSeatsFactRow extends FactRow {
  @IdColumn()
  orgUnitId: string;
  @CodeColumn(32)
  postCode: string;
  @IntColumn()
  seats: number;
}

/** Apart from the other facts of a unit, which every use case reads of all units. */
@Entity('unit_area_fact')
@Index(['centreId', 'orgUnitId'])
@Check('unit_area_fact_range', 'valid_from < valid_to')
export class UnitAreaFactRow extends FactRow {
  @IdColumn()
  orgUnitId: string;
  @TextColumn()
  area: string;
}
