import { type Permission, requirePermission } from '@gridstaff/contracts';
import {
  ImportHandler,
  type ImportContext,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { Injectable } from '@nestjs/common';
import { OrganisationStore } from '../../domain/stores';
import { noteStructure } from '../batch-sources';
import { RosterLoader } from '../roster-loader';
import type { RosterPerson } from '../roster-person';
import { Stamps } from '../stamps';
import { personalOf } from './personal-columns';
import { type CertificateStandardInput, type GradeInput, StructureBatch } from '../structure-batch';
import { cellErrors, chosen, contributionOf, numberOf, textOf } from './rows';
import { CERTIFICATE_SHEET, END_REASON, GRADE_SHEET, PEOPLE_SHEET, STATUS, UNIT_SHEET, unitOf } from './sheets';

const required = (row: ParsedRow, key: string): string => textOf(row, key) ?? '';

const gradeOf = (row: ParsedRow): GradeInput => ({
  code: required(row, 'code'),
  name: required(row, 'name'),
  postCode: required(row, 'postCode'),
  base: numberOf(row, 'base') ?? 0,
  post: numberOf(row, 'post') ?? 0,
  performance: numberOf(row, 'performance') ?? 0,
  from: required(row, 'from'),
});

const certificateOf = (row: ParsedRow): CertificateStandardInput => ({
  code: required(row, 'code'),
  amount: numberOf(row, 'amount') ?? 0,
  from: required(row, 'from'),
});

const personOf = (row: ParsedRow): RosterPerson => ({
  workerNo: numberOf(row, 'workerNo'),
  name: required(row, 'name'),
  idNumber: required(row, 'idNumber'),
  phone: textOf(row, 'phone'),
  agency: required(row, 'agency'),
  joinedOn: required(row, 'joinedOn'),
  lastDay: textOf(row, 'lastDay'),
  endReason: chosen(row, 'endReason', END_REASON),
  gridCode: required(row, 'gridCode'),
  gradeCode: required(row, 'gradeCode'),
  postCode: textOf(row, 'postCode'),
  status: chosen(row, 'status', STATUS),
  probationLastDay: textOf(row, 'probationLastDay'),
  contractWage: numberOf(row, 'contractWage'),
  lowestSamePost: numberOf(row, 'lowestSamePost'),
  ...contributionOf(row),
  certificate: textOf(row, 'certificate'),
  certificateNo: textOf(row, 'certificateNo'),
  certificateIssuedOn: textOf(row, 'certificateIssuedOn'),
  bankCard: textOf(row, 'bankCard'),
  bankName: textOf(row, 'bankName'),
  ...personalOf(row),
  effectiveFrom: textOf(row, 'effectiveFrom'),
  reason: textOf(row, 'reason'),
});

/**
 * The roster of a centre from one workbook: people, and where the file has these sheets also units, grades and certificate allowances.
 * Natural key of a person is the ID number: new → hired, changed → facts from 生效日期, same → nothing.
 */
@Injectable()
export class RosterImport extends ImportHandler {
  readonly kind = 'roster';
  readonly permission: Permission = 'roster:import';
  readonly needsPeriod = false;
  readonly sheets: readonly SheetSpec[] = [PEOPLE_SHEET, UNIT_SHEET, GRADE_SHEET, CERTIFICATE_SHEET];

  constructor(
    private readonly organisation: OrganisationStore,
    private readonly loader: RosterLoader,
    private readonly stamps: Stamps,
  ) {
    super();
  }

  async plan({ actor, centreId }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const reference = await this.organisation.reference(centreId);
    const structure = new StructureBatch(reference, this.stamps.of(actor, centreId));
    // A file with one sheet may call it anything, so a row is known by a required column that only its sheet has.
    const having = (key: string): ParsedRow[] => rows.filter((row) => key in row.values);
    const [units, grades, certificates, people] = [
      having('kind'),
      having('performance'),
      having('amount'),
      having('idNumber'),
    ];
    if (units.length > 0) requirePermission(actor, 'roster:write', centreId);
    if (grades.length + certificates.length > 0) requirePermission(actor, 'grade:manage', centreId);
    const errors = [
      ...cellErrors(structure.units(units.map(unitOf)), units, UNIT_SHEET),
      ...cellErrors(structure.grades(grades.map(gradeOf)), grades, GRADE_SHEET),
      ...cellErrors(structure.certificates(certificates.map(certificateOf)), certificates, CERTIFICATE_SHEET),
    ];
    const batch = await this.loader.prepare(actor, centreId, people.map(personOf), reference);
    errors.push(...cellErrors(batch.problems, people, PEOPLE_SHEET));
    const sum = (key: 'created' | 'changed' | 'same'): number => structure.counts[key] + batch.counts[key];
    return {
      created: sum('created'),
      changed: sum('changed'),
      same: sum('same'),
      errors,
      apply: async (book) => {
        await this.organisation.insertStructure(centreId, structure.rows, this.stamps.of(actor, centreId).recordedAt);
        if (book) noteStructure(book, structure.rows);
        await this.loader.apply(actor, centreId, batch, book);
      },
    };
  }
}
