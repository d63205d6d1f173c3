import type { Id, LocalDate } from '@gridstaff/kernel';
import { Database, expectOne, inSlices } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { AGENCY_DETAILS, type AgencyDetailFact } from '../domain/agency-details';
import {
  type Agency,
  type AgencyFeeFact,
  type Centre,
  type CertificateStandardFact,
  DEFAULT_CENTRE_SETTINGS,
  type GradeStandardFact,
  type OrgUnit,
  type OrgUnitFact,
  type PayGrade,
} from '../domain/organisation';
import { Reference } from '../domain/reference';
import { OrganisationStore, type StructureRows } from '../domain/stores';
import { FACT_PROPERTIES, Rows } from './rows';

type Stored<T> = T & { centreId: Id; createdAt: number };
type CentreColumns = Omit<Centre, 'settings'> & { settings: string; createdAt: number };

const centres = new Rows<CentreColumns>('centre', ['id', 'code', 'name', 'region', 'settings', 'createdAt']);
const units = new Rows<Stored<OrgUnit>>('org_unit', ['id', 'centreId', 'code', 'createdAt']);
const unitFacts = new Rows<OrgUnitFact>(
  'org_unit_fact',
  [...FACT_PROPERTIES, 'orgUnitId', 'name', 'kind', 'parentId', 'households', 'population', 'quota'],
  ['retracted'],
);
const agencies = new Rows<Stored<Agency>>('agency', [
  ...([
    'id',
    'centreId',
    'code',
    'name',
    'licenceNo',
    'licenceUntil',
    'taxNo',
    'bankName',
    'bankAccount',
    'createdAt',
  ] as const),
]);
const grades = new Rows<Stored<PayGrade>>('pay_grade', ['id', 'centreId', 'code', 'name', 'postCode', 'createdAt']);

const agencyDetails = new Rows<AgencyDetailFact>(
  'agency_detail_fact',
  [...FACT_PROPERTIES, 'agencyId', ...AGENCY_DETAILS],
  ['retracted'],
);

export const agencyFees = new Rows<AgencyFeeFact>(
  'agency_fee_fact',
  [...FACT_PROPERTIES, 'agencyId', 'kind', 'amount', 'rate', 'tiers'],
  ['retracted'],
);
export const gradeStandards = new Rows<GradeStandardFact>(
  'grade_standard_fact',
  [...FACT_PROPERTIES, 'gradeCode', 'base', 'post', 'performance'],
  ['retracted'],
);
export const certificateStandards = new Rows<CertificateStandardFact>(
  'certificate_standard_fact',
  [...FACT_PROPERTIES, 'code', 'amount'],
  ['retracted'],
);

/** Of rows over one day the one that counts, unit by unit; none where it takes something back. */
function latestPerUnit<F extends Pick<OrgUnitFact, 'orgUnitId' | 'id' | 'recordedAt' | 'retracted'>>(facts: readonly F[]): F[] {
  const latest = new Map<Id, F>();
  for (const fact of facts) {
    const held = latest.get(fact.orgUnitId);
    const [at, before] = [Number(fact.recordedAt), Number(held?.recordedAt ?? -1)];
    if (!held || at > before || (at === before && fact.id > held.id)) latest.set(fact.orgUnitId, fact);
  }
  return [...latest.values()].filter(({ retracted }) => Number(retracted) === 0);
}

const OF_CENTRE = 't.centre_id = ?';

@Injectable()
export class SqlOrganisationStore extends OrganisationStore {
  constructor(private readonly db: Database) {
    super();
  }

  insertCentre(centre: Centre, createdAt: number): Promise<void> {
    return centres.insert(this.db, [{ ...centre, settings: JSON.stringify(centre.settings), createdAt }]);
  }

  async updateSettings(centreId: Id, settings: Centre['settings']): Promise<void> {
    expectOne(
      await this.db.execute('UPDATE centre SET settings = ? WHERE id = ?', [JSON.stringify(settings), centreId]),
      'centre',
    );
  }

  async centre(centreId: Id): Promise<Centre | undefined> {
    return (await this.readCentres('t.id = ?', [centreId]))[0];
  }

  async centreByCode(code: string): Promise<Centre | undefined> {
    return (await this.readCentres('t.code = ?', [code]))[0];
  }

  centres(): Promise<Centre[]> {
    return this.readCentres('1 = 1 ORDER BY t.code', []);
  }

  private async readCentres(where: string, parameters: string[]): Promise<Centre[]> {
    const rows = await centres.select(this.db, where, parameters);
    return rows.map(({ id, code, name, region, settings }) => ({
      id,
      code,
      name,
      region,
      settings: { ...DEFAULT_CENTRE_SETTINGS, ...(JSON.parse(settings) as Partial<Centre['settings']>) },
    }));
  }

  insertAgency(agency: Agency, createdAt: number): Promise<void> {
    return agencies.insert(this.db, [{ ...agency, createdAt }]);
  }

  agencies(centreId: Id): Promise<Agency[]> {
    return agencies.select(this.db, `${OF_CENTRE} ORDER BY t.code`, [centreId]);
  }

  agencyDetails(centreId: Id): Promise<AgencyDetailFact[]> {
    return agencyDetails.select(this.db, OF_CENTRE, [centreId]);
  }

  insertAgencyDetails(facts: readonly AgencyDetailFact[]): Promise<void> {
    return agencyDetails.insert(this.db, facts);
  }

  agencyFees(centreId: Id, agencyId: Id): Promise<AgencyFeeFact[]> {
    return agencyFees.select(this.db, `${OF_CENTRE} AND t.agency_id = ?`, [centreId, agencyId]);
  }

  insertAgencyFees(facts: readonly AgencyFeeFact[]): Promise<void> {
    return agencyFees.insert(this.db, facts);
  }

  async insertStructure(centreId: Id, rows: StructureRows, createdAt: number): Promise<void> {
    const stored = <T>(list: readonly T[]): Stored<T>[] => list.map((row) => ({ ...row, centreId, createdAt }));
    await units.insert(this.db, stored(rows.units));
    await unitFacts.insert(this.db, rows.unitFacts);
    await grades.insert(this.db, stored(rows.grades));
    await gradeStandards.insert(this.db, rows.gradeStandards);
    await certificateStandards.insert(this.db, rows.certificateStandards);
  }

  async subtreeCodes(centreId: Id, unitCode: string, on: LocalDate): Promise<string[] | undefined> {
    const [top] = await units.select(this.db, `${OF_CENTRE} AND t.code = ?`, [centreId, unitCode]);
    if (!top) return undefined;
    const codes = [top.code];
    for (let level = [top.id]; level.length > 0;) {
      const below = await inSlices(level, (marks, slice) =>
        this.db.query<OrgUnitFact & { code: string }>(
          `SELECT u.code, f.id, f.org_unit_id AS orgUnitId, f.parent_id AS parentId, f.valid_from AS validFrom, f.valid_to AS validTo,
             f.recorded_at AS recordedAt, f.retracted
           FROM org_unit_fact f JOIN org_unit u ON u.id = f.org_unit_id
           WHERE f.centre_id = ? AND f.org_unit_id IN (SELECT p.org_unit_id FROM org_unit_fact p WHERE p.centre_id = ? AND p.parent_id IN (${marks}))
             AND f.valid_from <= ? AND f.valid_to > ?`,
          [centreId, centreId, ...slice, on, on],
        ),
      );
      const above = new Set(level);
      const inForce = latestPerUnit(below).filter(({ parentId }) => parentId !== null && above.has(parentId));
      codes.push(...inForce.map(({ code }) => code));
      level = inForce.map(({ orgUnitId }) => orgUnitId);
    }
    return codes;
  }

  async removeGrades(centreId: Id, ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    await this.db.execute(`DELETE FROM pay_grade WHERE centre_id = ? AND id IN (${ids.map(() => '?').join(', ')})`, [centreId, ...ids]);
  }

  async reference(centreId: Id): Promise<Reference> {
    return new Reference({
      units: await units.select(this.db, `${OF_CENTRE} ORDER BY t.code`, [centreId]),
      unitFacts: await unitFacts.select(this.db, OF_CENTRE, [centreId]),
      agencies: await this.agencies(centreId),
      grades: await grades.select(this.db, `${OF_CENTRE} ORDER BY t.code`, [centreId]),
      gradeStandards: await gradeStandards.select(this.db, OF_CENTRE, [centreId]),
      certificateStandards: await certificateStandards.select(this.db, OF_CENTRE, [centreId]),
    });
  }
}
