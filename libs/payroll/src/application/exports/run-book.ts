import { type Agency, Agencies, type Centre, Centres, PayFactsReader, Structure, WorkerNames } from '@gridstaff/roster';
import type { Actor, Language } from '@gridstaff/contracts';
import type { ExportRequest, ExportSubject } from '@gridstaff/exchange';
import { DomainError, type Fen, firstDay, endOfPeriod, formatYuan, type Id, lastDay } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import {
  type PayItemDefinition,
  type PayRun,
  type RunStatus,
  RunStore,
  SlipStore,
  type SlipView,
  type Totals,
} from '../../domain';
import { Schemes } from '../schemes';

/** A slip with the amounts of its lines by item. */
export interface BookSlip extends SlipView {
  name: string;
  amounts: ReadonlyMap<number, Fen>;
}

/** A stored run opened for a file: of one agency, or of all. */
export interface OpenRun {
  run: PayRun;
  centre: Centre;
  /** Those with people in the file, by code. */
  agencies: readonly Agency[];
  /** In item order. */
  items: readonly PayItemDefinition[];
  people: number;
  totals: Pick<Totals, 'gross' | 'net'>;
}

/** Slips read at a time; the program yields in between. */
const PAGE = 500;

/** Reads a stored run for files: pages of slips with names and lines, a constant number of statements a page. */
@Injectable()
export class RunBook {
  constructor(
    private readonly runs: RunStore,
    private readonly slipStore: SlipStore,
    private readonly schemes: Schemes,
    private readonly centres: Centres,
    private readonly agencies: Agencies,
    private readonly workers: WorkerNames,
    private readonly structure: Structure,
    private readonly facts: PayFactsReader,
  ) {}

  /** @throws DomainError NOT_FOUND */
  async subject({ runId, agencyId }: Pick<ExportRequest, 'runId' | 'agencyId'>): Promise<ExportSubject> {
    const run = await this.runs.get(runId);
    if (agencyId === undefined) return { centreId: run.centreId, people: run.people };
    const own = (await this.runs.agencies(run.no)).find((agency) => agency.agencyId === agencyId);
    return { centreId: run.centreId, people: own?.people ?? 0 };
  }

  /**
   * @param statuses those in which the file may be made
   * @throws DomainError NOT_FOUND, EXPORT_RUN_STATUS, EXPORT_AGENCY_UNKNOWN, EXPORT_NOTHING
   */
  async open(
    { runId, agencyId }: { runId: Id; agencyId?: Id },
    title: string,
    statuses: readonly RunStatus[],
  ): Promise<OpenRun> {
    const run = await this.runs.get(runId);
    if (!statuses.includes(run.status) || run.schemeId === null) {
      const { no, status } = run;
      throw new DomainError('EXPORT_RUN_STATUS', { run: no, status, kind: title, needed: statuses.join(', ') });
    }
    const parts = await this.runs.agencies(run.no);
    const known = (await this.agencies.inCentre(run.centreId)).filter((a) => parts.some((p) => p.agencyId === a.id));
    const agencies = agencyId === undefined ? known : known.filter((agency) => agency.id === agencyId);
    if (agencyId !== undefined && agencies.length === 0) {
      const names = known.map((agency) => agency.code).join(', ');
      throw new DomainError('EXPORT_AGENCY_UNKNOWN', { run: run.no, agency: agencyId.slice(0, 40), agencies: names });
    }
    const own = parts.filter((part) => agencies.some((agency) => agency.id === part.agencyId));
    const sum = (of: (part: (typeof own)[number]) => number): number =>
      own.reduce((total, part) => total + of(part), 0);
    const people = sum((part) => part.people);
    if (people === 0) throw new DomainError('EXPORT_NOTHING', { run: run.no, kind: title });
    return {
      ...{ run, agencies, people },
      centre: await this.centres.byId(run.centreId),
      items: [...(await this.schemes.get(run.schemeId)).definition.items].sort((a, b) => a.no - b.no),
      totals: { gross: sum((part) => part.gross), net: sum((part) => part.net) },
    };
  }

  /** Pages of slips in the order of worker numbers, of the agencies of the book. */
  async *pages({ run, agencies }: OpenRun): AsyncGenerator<BookSlip[]> {
    const wanted = new Set(agencies.map((agency) => agency.id));
    for (let after = 0; ;) {
      const page = await this.slipStore.slips(run.no, after, PAGE);
      const last = page.at(-1);
      if (!last) return;
      const own = page.filter((slip) => wanted.has(slip.agencyId));
      if (own.length > 0) yield await this.filled(run, own);
      after = last.workerNo;
    }
  }

  /** One slip. @throws DomainError NOT_FOUND */
  async slip(open: OpenRun, workerNo: number): Promise<BookSlip> {
    const slip = await this.slipStore.slip(open.run.no, workerNo);
    const own = slip && open.agencies.some((agency) => agency.id === slip.agencyId);
    const [filled] = own ? await this.filled(open.run, [slip]) : [];
    if (!filled) throw new DomainError('NOT_FOUND', { what: 'payslip' }, { workerNo });
    return filled;
  }

  /** Engine inputs of the slips, parsed, in pages. */
  async *inputs({ run }: OpenRun): AsyncGenerator<{ workerNo: number; input: unknown }[]> {
    for (let after = 0; ;) {
      const page = await this.slipStore.inputs(run.no, after, PAGE);
      const last = page.at(-1);
      if (!last) return;
      yield page.map(({ workerNo, input }) => ({ workerNo, input: JSON.parse(input) as unknown }));
      after = last.workerNo;
    }
  }

  /** Text of the parameters the run was calculated with. */
  parameters({ run }: OpenRun): Promise<string | null> {
    return this.runs.parametersOf(run.id);
  }

  /** Who of the month is not in the run, and why. */
  async exclusions({ run }: OpenRun): Promise<{ workerNo: number; code: string }[]> {
    const found: { workerNo: number; code: string }[] = [];
    for (let after = 0; ;) {
      const page = await this.slipStore.exclusions(run.no, after, PAGE);
      const last = page.at(-1);
      if (!last) return found;
      found.push(...page.map(({ workerNo, code }) => ({ workerNo, code })));
      after = last.workerNo;
    }
  }

  /** Name of the street of each worker: that of the last grid in the month. Workers without one are absent. */
  async streets(actor: Actor, { run }: OpenRun, range: { fromNo: number; toNo: number }): Promise<Map<number, string>> {
    const units = new Map((await this.structure.units(actor, run.centreId, lastDay(run.period))).map((u) => [u.id, u]));
    const window = {
      ...{ centreId: run.centreId, from: firstDay(run.period), to: endOfPeriod(run.period) },
      knownAt: run.knownAt ?? Number.MAX_SAFE_INTEGER,
    };
    const streets = new Map<number, string>();
    for (let from = range.fromNo; from <= range.toNo; from += PAGE) {
      for (const facts of await this.facts.payFacts(window, from, Math.min(from + PAGE - 1, range.toNo))) {
        let unit = units.get(facts.assignments.at(-1)?.orgUnitId ?? '');
        while (unit && unit.kind !== 'street') unit = unit.parentId === null ? undefined : units.get(unit.parentId);
        if (unit) streets.set(facts.workerNo, unit.name);
      }
    }
    return streets;
  }

  private async filled(run: PayRun, slips: readonly SlipView[]): Promise<BookSlip[]> {
    const range = { fromNo: slips[0]?.workerNo ?? 0, toNo: slips.at(-1)?.workerNo ?? 0 };
    const amounts = new Map(slips.map((slip) => [slip.workerNo, new Map<number, Fen>()]));
    for (const { workerNo, itemNo, amount } of await this.slipStore.lines(run.no, range))
      amounts.get(workerNo)?.set(itemNo, amount);
    const names = await this.workers.names(
      run.centreId,
      slips.map((slip) => slip.workerNo),
    );
    return slips.map((slip) => ({
      ...slip,
      name: names.get(slip.workerNo) ?? '',
      amounts: amounts.get(slip.workerNo) ?? new Map<number, Fen>(),
    }));
  }
}

/** A file whose sums differ from the run is never given out. @throws DomainError EXPORT_TOTALS */
export function assertTies(item: string, { run }: Pick<OpenRun, 'run'>, left: Fen, right: Fen): void {
  if (left !== right)
    throw new DomainError('EXPORT_TOTALS', { item, run: run.no, left: formatYuan(left), right: formatYuan(right) });
}

/** 2023-01 → 2023年01月; in English as it is. */
export const monthText = (period: string, language: Language = 'zh'): string =>
  language === 'en' ? period : `${period.slice(0, 4)}年${period.slice(5, 7)}月`;

/** Name of a file of the run: 工资表_2023-01_批次1_甲公司.xlsx; the agency only where the file is of one. */
export function fileName(
  title: string,
  { run, agencies }: OpenRun,
  agencyId: Id | undefined,
  extension: string,
  language: Language = 'zh',
): string {
  const agency =
    agencyId === undefined ? [] : agencies.map((a) => a.name.replace(/[\\/:*?"<>|\p{Cc}\s]/gu, '').slice(0, 40));
  return `${[title, run.period, language === 'en' ? `run ${run.no}` : `批次${run.no}`, ...agency].join('_')}.${extension}`;
}

/** What the subtitle of every paper of a run says. */
export function subtitle(
  { run, centre, agencies, people }: OpenRun,
  extra: readonly string[] = [],
  language: Language = 'zh',
): string {
  const name = agencies[0]?.name ?? '';
  if (language === 'en') {
    const agency = agencies.length === 1 ? [`Agency: ${name}`] : [];
    const head = [`Centre: ${centre.name}`, ...agency, `Pay day: ${run.payDate}`, `Run: ${run.no}`, `People: ${people}`];
    return [...head, ...extra, 'Amounts in yuan'].join('   ');
  }
  const agency = agencies.length === 1 ? [`派遣公司：${name}`] : [];
  const head = [`单位：${centre.name}`, ...agency, `发放日期：${run.payDate}`, `批次：${run.no}`, `人数：${people}`];
  return [...head, ...extra, '金额单位：元'].join('　　');
}
