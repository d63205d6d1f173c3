import { DomainError, type Id } from '@gridstaff/kernel';
import { Database, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  FORMULA_INPUTS,
  type PayItemDefinition,
  type PayScheme,
  type PaySchemeDefinition,
  SchemeStore,
} from '../domain';

type SqlRow = Readonly<Record<string, SqlValue>>;

const SCHEME_COLUMNS = [
  'id',
  'centre_id',
  'version',
  'valid_from',
  'code',
  'name_zh',
  'name_en',
  'absence_method',
  'absence_pay_ratio',
  'tables',
  'hash',
  'adopted_by',
  'adopted_at',
];
const ITEM_COLUMNS = [
  'scheme_id',
  'item_no',
  'code',
  'name_zh',
  'name_en',
  'kind',
  'behaviour',
  'formula',
  'rule',
  'taxable',
  'reduced_by_absence',
  'in_overtime_base',
  'in_insurance_base',
  'counts_for_minimum_wage',
  'fund',
];

const flag = (value: boolean): number => (value ? 1 : 0);
const maybeFlag = (value: boolean | undefined): number | null => (value === undefined ? null : flag(value));

@Injectable()
export class SqlSchemeStore extends SchemeStore {
  constructor(private readonly db: Database) {
    super();
  }

  async insert(scheme: PayScheme): Promise<void> {
    const { definition } = scheme;
    await this.db.insert('pay_scheme', SCHEME_COLUMNS, [
      [
        ...[
          scheme.id,
          scheme.centreId,
          scheme.version,
          scheme.validFrom,
          definition.code,
          scheme.nameZh,
          scheme.nameEn,
        ],
        ...[
          definition.absenceMethod,
          JSON.stringify(definition.absencePayRatio),
          definition.tables ? JSON.stringify(definition.tables) : null,
          scheme.hash,
          scheme.adoptedBy,
          scheme.adoptedAt,
        ],
      ],
    ]);
    await this.db.insert(
      'pay_item',
      ITEM_COLUMNS,
      definition.items.map((item) => [
        ...[
          scheme.id,
          item.no,
          item.code,
          item.nameZh,
          item.nameEn,
          item.kind,
          item.behaviour,
          item.formula ?? null,
          item.rule ?? null,
        ],
        ...[flag(item.taxable), flag(item.reducedByAbsence), flag(item.inOvertimeBase)],
        ...[maybeFlag(item.inInsuranceBase), maybeFlag(item.countsForMinimumWage), item.fund ?? null],
      ]),
    );
  }

  async versions(centreId: Id): Promise<Omit<PayScheme, 'definition'>[]> {
    const rows = await this.db.query<SqlRow>('SELECT * FROM pay_scheme WHERE centre_id = ? ORDER BY version', [
      centreId,
    ]);
    return rows.map(headOf);
  }

  async get(id: Id): Promise<PayScheme> {
    const row = await this.db.one<SqlRow>('SELECT * FROM pay_scheme WHERE id = ?', [id]);
    if (!row) throw new DomainError('NOT_FOUND', { what: 'pay scheme' });
    const items = await this.db.query<SqlRow>('SELECT * FROM pay_item WHERE scheme_id = ? ORDER BY item_no', [id]);
    const definition: PaySchemeDefinition = {
      code: String(row.code),
      items: items.map(itemOf),
      inputs: FORMULA_INPUTS,
      absenceMethod: row.absence_method as PaySchemeDefinition['absenceMethod'],
      absencePayRatio: JSON.parse(String(row.absence_pay_ratio)) as PaySchemeDefinition['absencePayRatio'],
      ...(row.tables !== null && { tables: JSON.parse(String(row.tables)) as PaySchemeDefinition['tables'] }),
    };
    return { ...headOf(row), definition };
  }
}

const headOf = (row: SqlRow): Omit<PayScheme, 'definition'> => ({
  id: String(row.id),
  centreId: String(row.centre_id),
  version: Number(row.version),
  validFrom: String(row.valid_from),
  nameZh: String(row.name_zh),
  nameEn: String(row.name_en),
  hash: String(row.hash),
  adoptedBy: String(row.adopted_by),
  adoptedAt: Number(row.adopted_at),
});

const itemOf = (row: SqlRow): PayItemDefinition => ({
  no: Number(row.item_no),
  code: String(row.code),
  nameZh: String(row.name_zh),
  nameEn: String(row.name_en),
  kind: row.kind as PayItemDefinition['kind'],
  behaviour: row.behaviour as PayItemDefinition['behaviour'],
  ...(row.formula !== null && { formula: String(row.formula) }),
  ...(row.rule !== null && { rule: row.rule as PayItemDefinition['rule'] }),
  taxable: Number(row.taxable) === 1,
  reducedByAbsence: Number(row.reduced_by_absence) === 1,
  inOvertimeBase: Number(row.in_overtime_base) === 1,
  ...(row.in_insurance_base !== null && { inInsuranceBase: Number(row.in_insurance_base) === 1 }),
  ...(row.counts_for_minimum_wage !== null && { countsForMinimumWage: Number(row.counts_for_minimum_wage) === 1 }),
  ...(row.fund !== null && { fund: String(row.fund) }),
});
