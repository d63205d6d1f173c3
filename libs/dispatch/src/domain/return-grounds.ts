import type { Id, LocalDate } from '@gridstaff/kernel';

/** What is recorded in evidence, each with its day and the document that shows it. */
export const EVIDENCE_KINDS = {
  recruitment_condition: { zh: '录用条件已告知', en: 'conditions of recruitment made known' },
  assessed_unfit: { zh: '考核不符合录用条件', en: 'assessed below those conditions' },
  rules_announced: { zh: '规章制度已公示', en: 'rules announced' },
  violation: { zh: '严重违纪事实', en: 'serious breach of the rules' },
  dereliction: { zh: '严重失职、营私舞弊事实', en: 'serious dereliction or self-dealing' },
  damage: { zh: '重大损害认定', en: 'grave damage established' },
  second_employment: { zh: '同时与他单位建立劳动关系', en: 'employed elsewhere at the same time' },
  refused_to_correct: { zh: '拒不改正', en: 'refused to put it right' },
  fraud: { zh: '欺诈、胁迫致合同无效', en: 'contract void for fraud or duress' },
  criminal_judgment: { zh: '被依法追究刑事责任', en: 'criminal judgment' },
  medical_period_over: { zh: '医疗期满', en: 'medical period over' },
  other_work_arranged: { zh: '已另行安排工作', en: 'other work arranged' },
  still_unable: { zh: '仍不能从事', en: 'still unable to do it' },
  failed: { zh: '考核不能胜任工作', en: 'assessed as unable to do the work' },
  trained: { zh: '已培训', en: 'trained' },
  moved: { zh: '已调整岗位', en: 'moved to another post' },
  failed_again: { zh: '再次考核仍不能胜任', en: 'assessed again and still unable' },
  objective_change: { zh: '客观情况重大变化或裁员依据', en: 'objective change or lay-off' },
  negotiated: { zh: '已协商未达成一致', en: 'negotiated without agreement' },
  closure: { zh: '用工单位被撤销、关闭或解散', en: 'the using unit closed or dissolved' },
  agreement_ended: { zh: '派遣协议期满终止', en: 'the agreement ended' },
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

interface Ground {
  law: { zh: string; en: string };
  /** In this order of days; of several in one step any will do. */
  steps: readonly (readonly EvidenceKind[])[];
  /** Misconduct (art. 39) ends a protection's shelter; nothing else does (art. 42). */
  misconduct: boolean;
  /** Holds in probation alone. */
  inProbation?: boolean;
}

const ground = (zh: string, en: string, steps: Ground['steps'], more: Partial<Ground> = {}): Ground => ({
  ...{ law: { zh, en }, steps, misconduct: false },
  ...more,
});
const misconduct = (item: string, n: number, steps: Ground['steps'], more: Partial<Ground> = {}): Ground =>
  ground(`劳动合同法第三十九条第${item}项`, `Labour Contract Law art. 39(${n})`, steps, { misconduct: true, ...more });

/** On these alone the using unit may return somebody (劳动合同法 art. 65, 劳务派遣暂行规定 art. 12). */
export const RETURN_GROUNDS = {
  art39_1: misconduct('一', 1, [['recruitment_condition'], ['assessed_unfit']], { inProbation: true }),
  art39_2: misconduct('二', 2, [['rules_announced'], ['violation']]),
  art39_3: misconduct('三', 3, [['dereliction'], ['damage']]),
  art39_4: misconduct('四', 4, [['second_employment'], ['refused_to_correct']]),
  art39_5: misconduct('五', 5, [['fraud']]),
  art39_6: misconduct('六', 6, [['criminal_judgment']]),
  art40_1: ground('劳动合同法第四十条第一项', 'Labour Contract Law art. 40(1)', [
    ['medical_period_over'],
    ['other_work_arranged'],
    ['still_unable'],
  ]),
  art40_2: ground('劳动合同法第四十条第二项', 'Labour Contract Law art. 40(2)', [
    ['failed'],
    ['trained', 'moved'],
    ['failed_again'],
  ]),
  rule12_1: ground('劳务派遣暂行规定第十二条第一项', 'Interim Provisions art. 12(1)', [['objective_change'], ['negotiated']]),
  rule12_2: ground('劳务派遣暂行规定第十二条第二项', 'Interim Provisions art. 12(2)', [['closure']]),
  rule12_3: ground('劳务派遣暂行规定第十二条第三项', 'Interim Provisions art. 12(3)', [['agreement_ended']]),
} as const satisfies Readonly<Record<string, Ground>>;
export type ReturnGround = keyof typeof RETURN_GROUNDS;
export const isReturnGround = (text: string): text is ReturnGround => Object.hasOwn(RETURN_GROUNDS, text);

/** One piece of evidence about a worker; never changed, withdrawn with a reason where it was wrong. */
export interface Evidence {
  id: Id;
  centreId: Id;
  workerNo: number;
  kind: EvidenceKind;
  happenedOn: LocalDate;
  /** Name, number and keeper of the document. */
  document: string;
  recordedAt: number;
  recordedBy: Id;
  withdrawnAt: number | null;
  withdrawnBy: Id | null;
  withdrawnReason: string | null;
}

/** A return that was carried out. */
export interface WorkerReturn {
  id: Id;
  centreId: Id;
  workerNo: number;
  lastDay: LocalDate;
  ground: ReturnGround;
  recordedAt: number;
  recordedBy: Id;
}

/**
 * The steps of a ground that no evidence shows by a day, each as the kinds of which one would do. A step counts only when its day is not before
 * the day of the step ahead of it: failing again comes after the training, and the training after failing.
 */
export function missingEvidence(
  code: ReturnGround,
  evidence: readonly Pick<Evidence, 'kind' | 'happenedOn' | 'withdrawnAt'>[],
  lastDay: LocalDate,
): (readonly EvidenceKind[])[] {
  const steps: readonly (readonly EvidenceKind[])[] = RETURN_GROUNDS[code].steps;
  let after: LocalDate = '';
  return steps.filter((kinds) => {
    const days = evidence
      .filter(({ kind, happenedOn, withdrawnAt }) => withdrawnAt === null && kinds.includes(kind) && happenedOn <= lastDay)
      .map(({ happenedOn }) => happenedOn)
      .filter((day) => day >= after)
      .sort();
    const [first] = days;
    if (first === undefined) return true;
    after = first;
    return false;
  });
}

/** The missing steps in words: an error has one text for both languages. */
export const missingWords = (missing: readonly (readonly EvidenceKind[])[]): string =>
  missing
    .map((kinds) => {
      const [zh, en] = (['zh', 'en'] as const).map((language) => kinds.map((kind) => EVIDENCE_KINDS[kind][language]));
      return `${(zh as string[]).join('或')} (${(en as string[]).join(' or ')})`;
    })
    .join('; ');
