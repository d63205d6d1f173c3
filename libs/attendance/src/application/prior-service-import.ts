import { type CellError, type ImportContext, ImportHandler, type ImportKind, type ImportPlan, type ParsedRow, type SheetSpec } from '@gridstaff/exchange';
import type { DomainError, LocalDate } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { cellError, PERSON_COLUMNS, withSheetRow, workersOf } from './month-list';
import { PriorServices } from './prior-services';
import { Workforce } from './workforce';

const SHEET: SheetSpec = {
  zh: '入职前工龄',
  en: 'Service before',
  columns: [
    ...PERSON_COLUMNS,
    {
      ...{ key: 'months', zh: '入职前工龄月数', en: 'Months before', type: 'int', required: true, sample: '60' },
      ...{ noteZh: '入职前在其他单位工作的整月数，没有的填 0。', noteEn: 'Whole months at other employers before the first day here; 0 for none.' },
    },
    {
      ...{ key: 'continuousFrom', zh: '连续工作起始日', en: 'Without a gap since', type: 'date', required: false, sample: '2018-01-01' },
      ...{ noteZh: '入职时没有中断工作的填写；有中断的留空。', noteEn: 'Left empty when there was a gap before coming.' },
    },
    {
      ...{ key: 'evidence', zh: '证明材料', en: 'Evidence', type: 'text', required: true, sample: '社保缴费记录' },
      ...{ noteZh: '例如社保缴费记录、劳动合同。', noteEn: 'Such as an insurance record or a contract.' },
    },
  ],
};

/** Service at other employers of many people; who is there already is replaced, who is not named stays. */
@Injectable()
export class PriorServiceImport extends ImportHandler {
  readonly kind: ImportKind = 'prior_services';
  readonly permission = 'attendance:write';
  readonly needsPeriod = false;
  readonly sheets = [SHEET];

  constructor(
    private readonly services: PriorServices,
    private readonly workforce: Workforce,
  ) {
    super();
  }

  async plan({ actor, centreId }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors: CellError[] = [];
    const report = (row: ParsedRow, error: DomainError): void => void errors.push(cellError(row, SHEET.columns, error));
    const numbers = [...(await workersOf(this.workforce, centreId, rows, report))];
    const named = numbers.map(([row]) => row);
    const entries = numbers.map(([{ values }, workerNo]) => ({
      ...{ workerNo, months: values.months as number, evidence: values.evidence as string },
      continuousFrom: (values.continuousFrom as LocalDate | undefined) ?? null,
    }));
    const { problems, created, changed, same, apply } = await this.services.plan(actor, centreId, entries);
    for (const { index, error } of problems) report(named[index] as ParsedRow, withSheetRow(error, named));
    return { created, changed, same, errors, apply };
  }
}
