import { cellError, PERSON_COLUMNS, withSheetRow, Workforce, workersOf } from '@gridstaff/attendance';
import { type CellError, type ImportContext, ImportHandler, type ImportKind, type ImportPlan, type ParsedRow, type SheetSpec } from '@gridstaff/exchange';
import { DomainError, type Fen, type Period } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { parseCoefficient, parseScore, type Performance } from '../domain/performance';
import { PerformanceBook } from './performance-book';

const SCORES: SheetSpec = {
  zh: '考核结果',
  en: 'Scores',
  columns: [
    ...PERSON_COLUMNS,
    {
      ...{ key: 'score', zh: '得分', en: 'Score', type: 'decimal', required: false, sample: '95.5' },
      ...{ noteZh: '0 至 1000，最多两位小数；可不填。', noteEn: '0 to 1000 with at most two decimals; optional.' },
    },
    {
      ...{ key: 'coefficient', zh: '绩效系数', en: 'Coefficient', type: 'decimal', required: true, sample: '1' },
      ...{ noteZh: '0 至 2，最多四位小数；与岗级绩效标准相乘。', noteEn: '0 to 2 with at most four decimals; multiplies the performance pay of the grade.' },
    },
    {
      ...{ key: 'award', zh: '奖金', en: 'Award', type: 'yuan', required: false, sample: '0' },
      ...{ noteZh: '元，绩效之外的奖励；可不填。', noteEn: 'Yuan, beside the performance pay; optional.' },
    },
  ],
};

/** Results of one month; a result that is there already is replaced, one that the file does not name stays. */
@Injectable()
export class ScoresImport extends ImportHandler {
  readonly kind: ImportKind = 'scores';
  readonly permission = 'evaluation:write';
  readonly needsPeriod = true;
  readonly sheets = [SCORES];

  constructor(
    private readonly book: PerformanceBook,
    private readonly workforce: Workforce,
  ) {
    super();
  }

  /** @throws DomainError PERIOD_LOCKED */
  async plan({ actor, centreId, period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors: CellError[] = [];
    const report = (row: ParsedRow, error: DomainError): void => void errors.push(cellError(row, SCORES.columns, error));
    const numbers = await workersOf(this.workforce, centreId, rows, report);
    const read: ParsedRow[] = [];
    const performances: Performance[] = [];
    for (const [row, workerNo] of numbers) {
      try {
        performances.push(readRow(row, workerNo, period as Period));
        read.push(row);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        report(row, error);
      }
    }
    const plan = await this.book.plan(actor, centreId, performances);
    for (const { index, error } of plan.problems) report(read[index] as ParsedRow, withSheetRow(error, read));
    return { created: plan.created, changed: plan.changed, same: plan.same, errors, apply: (book) => plan.apply(book) };
  }
}

/** @throws DomainError COEFFICIENT_INVALID, SCORE_INVALID */
const readRow = ({ values }: ParsedRow, workerNo: number, period: Period): Performance => ({
  workerNo,
  period,
  score: values.score === undefined ? null : parseScore(String(values.score)),
  coefficient: parseCoefficient(String(values.coefficient)),
  award: (values.award as Fen | undefined) ?? 0,
});
