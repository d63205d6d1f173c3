import type { Actor } from '@gridstaff/contracts';
import { PersonDirectory } from '@gridstaff/identity';
import { type Centre, Centres, Structure, type UnitView } from '@gridstaff/roster';
import { formatYuan, pageOf, parseYuan } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit, SignedInOnly } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { inYuan } from '../common/view';
import {
  CentreSettingsBody,
  CentresQuery,
  CertificateStandardsBody,
  CreateCentreBody,
  GradesBody,
  OfficeQuery,
  OnDateQuery,
  OrgUnitsBody,
  UnitsQuery,
} from './centres.dto';

type Counts = Awaited<ReturnType<Structure['saveUnits']>>;

@Controller('api/v1/centres')
export class CentresController {
  constructor(
    private readonly centres: Centres,
    private readonly structure: Structure,
    private readonly directory: PersonDirectory,
  ) {}

  /** Those in which the caller has a right to anything. */
  @Get()
  @SignedInOnly()
  async list(@CurrentActor() actor: Actor, @Query() query: CentresQuery): Promise<object> {
    const sorts = { code: (centre: Centre) => centre.code, name: (centre: Centre) => centre.name };
    const page = pageOf(await this.centres.list(actor), query.page(), sorts, ({ id }) => id);
    return query.answer('centres', page, (centre) => centre);
  }

  @Post()
  @Permit('centre:manage')
  create(@CurrentActor() actor: Actor, @Body() body: CreateCentreBody): Promise<Centre> {
    return this.centres.create(actor, body);
  }

  @Patch(':centreId/settings')
  @Permit('centre:manage')
  change(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: CentreSettingsBody,
  ): Promise<Centre> {
    return this.centres.changeSettings(actor, centreId, body);
  }

  /** Names beside the account numbers that histories hold. */
  @Get(':centreId/office')
  @Permit('run:read')
  async office(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: OfficeQuery,
  ): Promise<object> {
    const sorts = { displayName: ({ displayName }: { displayName: string }) => displayName };
    const page = pageOf(await this.directory.office(actor, centreId), query.page(), sorts, ({ userId }) => userId);
    return query.answer('people', page, (person) => person);
  }

  @Get(':centreId/org-units')
  @Permit('roster:read')
  async units(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: UnitsQuery,
  ): Promise<object> {
    const sorts = { code: (unit: UnitView) => unit.code, name: (unit: UnitView) => unit.name };
    const page = pageOf(await this.structure.units(actor, centreId, query.on), query.page(), sorts, ({ id }) => id);
    return query.answer('units', page, (unit) => unit);
  }

  @Post(':centreId/org-units')
  @HttpCode(200)
  @Permit('roster:write')
  saveUnits(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: OrgUnitsBody,
  ): Promise<Counts> {
    return this.structure.saveUnits(actor, centreId, body.units);
  }

  @Get(':centreId/grades')
  @Permit('roster:read')
  async grades(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: OnDateQuery,
  ): Promise<object> {
    const grades = await this.structure.grades(actor, centreId, query.on);
    return {
      grades: grades.map((grade) => ({
        ...grade,
        standard: grade.standard && inYuan(grade.standard, ['base', 'post', 'performance']),
      })),
    };
  }

  @Post(':centreId/grades')
  @HttpCode(200)
  @Permit('grade:manage')
  saveGrades(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: GradesBody,
  ): Promise<Counts> {
    const grades = body.grades.map((grade) => ({
      ...grade,
      base: parseYuan(grade.base),
      post: parseYuan(grade.post),
      performance: parseYuan(grade.performance),
    }));
    return this.structure.saveGrades(actor, centreId, grades);
  }

  @Get(':centreId/certificate-standards')
  @Permit('roster:read')
  async certificates(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: OnDateQuery,
  ): Promise<object> {
    const standards = await this.structure.certificateStandards(actor, centreId, query.on);
    return { standards: standards.map(({ code, amount, from }) => ({ code, amount: formatYuan(amount), from })) };
  }

  @Post(':centreId/certificate-standards')
  @HttpCode(200)
  @Permit('grade:manage')
  saveCertificates(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: CertificateStandardsBody,
  ): Promise<Counts> {
    const standards = body.standards.map((standard) => ({ ...standard, amount: parseYuan(standard.amount) }));
    return this.structure.saveCertificateStandards(actor, centreId, standards);
  }
}
