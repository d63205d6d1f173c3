import type { Id } from '@gridstaff/kernel';
import { Database, expectOne } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
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

export const agencyFees = new Rows<AgencyFeeFact>(
  'agency_fee_fact',
  [...FACT_PROPERTIES, 'agencyId', 'kind', 'amount', 'rate'],
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
