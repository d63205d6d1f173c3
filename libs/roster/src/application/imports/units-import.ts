import type { Permission } from '@gridstaff/contracts';
import {
  type CellError,
  column,
  type ImportContext,
  ImportHandler,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { Injectable } from '@nestjs/common';
import type { Reference } from '../../domain/reference';
import { OrganisationStore } from '../../domain/stores';
import { UnitStore } from '../../domain/unit-store';
import { Problems } from '../problems';
import type { SeatsBatch } from '../seats-batch';
import { Stamps } from '../stamps';
import { StructureBatch } from '../structure-batch';
import { Units } from '../units';
import { cellErrors, numberOf, textOf } from './rows';
import { UNIT_SHEET, unitOf } from './sheets';

const REQUIRED = { required: true };

const AREA_SHEET: SheetSpec = {
  ...UNIT_SHEET,
  columns: [
    ...UNIT_SHEET.columns,
    column('area', ['范围', 'Area'], 'text', '', [
      'GeoJSON 的 Polygon 或 MultiPolygon，可空；自生效日期起。',
      'A GeoJSON Polygon or MultiPolygon, may be empty; from the date of the row.',
    ]),
  ],
};

const SEATS_SHEET: SheetSpec = {
  zh: '岗位编制',
  en: 'Seats',
  optional: true,
  columns: [
    column(
      'unitCode',
      ['机构编码', 'Unit code'],
      'text',
      'G0101',
      ['已登记或同表登记的机构。', 'A unit that is known, or in this file.'],
      { required: true, list: 'unit' },
    ),
    column(
      'postCode',
      ['岗位', 'Post'],
      'text',
      '网格员',
      ['已有岗级的岗位编码。', 'Code of a post that has a grade.'],
      { required: true, list: 'post' },
    ),
    column(
      'seats',
      ['编制数', 'Seats'],
      'int',
      '2',
      ['0 为撤销该岗位编制。', '0 takes the post out of the unit.'],
      REQUIRED,
    ),
    column('from', ['生效日期', 'Valid from'], 'date', '2023-01-01', ['自该日起。', 'From that day on.'], REQUIRED),
  ],
};

/** The tree of a centre by itself: units with their outlines, and seats by post. What is the same writes nothing. */
@Injectable()
export class UnitsImport extends ImportHandler {
  readonly kind = 'units';
  readonly permission: Permission = 'roster:write';
  readonly needsPeriod = false;
  readonly sheets: readonly SheetSpec[] = [AREA_SHEET, SEATS_SHEET];

  constructor(
    private readonly organisation: OrganisationStore,
    private readonly store: UnitStore,
    private readonly units: Units,
    private readonly stamps: Stamps,
  ) {
    super();
  }

  async plan({ actor, centreId }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const reference = await this.organisation.reference(centreId);
    const structure = new StructureBatch(reference, this.stamps.of(actor, centreId));
    const batch = await this.units.batch(actor, centreId, reference);
    const units = rows.filter((row) => 'kind' in row.values);
    const seats = rows.filter((row) => 'seats' in row.values);
    const errors = [
      ...cellErrors(structure.units(units.map(unitOf)), units, AREA_SHEET),
      ...(await this.areas(centreId, units, reference, batch)),
      ...cellErrors(
        batch.seats(
          seats.map((row) => ({
            ...{ unitCode: textOf(row, 'unitCode') ?? '', postCode: textOf(row, 'postCode') ?? '' },
            ...{ seats: numberOf(row, 'seats') ?? 0, from: textOf(row, 'from') ?? '' },
          })),
        ),
        seats,
        SEATS_SHEET,
      ),
    ];
    const sum = (key: 'created' | 'changed' | 'same'): number => structure.counts[key] + batch.counts[key];
    return {
      ...{ created: sum('created'), changed: sum('changed'), same: sum('same'), errors },
      apply: async () => {
        await this.organisation.insertStructure(centreId, structure.rows, this.stamps.of(actor, centreId).recordedAt);
        await this.units.apply(actor, centreId, batch, structure.counts);
      },
    };
  }

  private async areas(
    centreId: string,
    rows: readonly ParsedRow[],
    reference: Reference,
    batch: SeatsBatch,
  ): Promise<CellError[]> {
    const problems = new Problems();
    const given = rows.some((row) => textOf(row, 'area') !== undefined);
    const known = given ? await this.store.allAreas(centreId) : [];
    rows.forEach((row, index) => {
      const [area, code] = [textOf(row, 'area'), textOf(row, 'code') ?? ''];
      const unit = reference.unit(code);
      // A unit that was refused has told its error already.
      if (area === undefined || !unit) return;
      problems.attempt(index, 'area', () => {
        const from = textOf(row, 'from') ?? reference.firstDay(unit.id) ?? '';
        batch.area(
          { unitCode: code, area, from },
          known.filter(({ orgUnitId }) => orgUnitId === unit.id),
        );
      });
    });
    return cellErrors(problems, rows, AREA_SHEET);
  }
}
