import { type Decided, type Decision, type Expiry, type Finding, FINDINGS, sentence, type Subject } from '@gridstaff/dispatch';
import { isoInstant } from '../common/view';

const subjectView = (subject: Subject): object => ({
  subjectType: subject.type,
  name: subject.name,
  workerNo: subject.type === 'worker' ? subject.workerNo : null,
  agencyId: subject.type === 'agency' ? subject.agencyId : null,
});

const decisionView = (decision: Decision | null): object | null =>
  decision && {
    ...{ act: decision.act, reason: decision.reason, until: decision.until, decidedBy: decision.decidedBy },
    decidedAt: isoInstant(decision.decidedAt),
  };

export const findingView = ({ key, code, severity, subject, params, decision, closed }: Decided<Finding>): object => ({
  ...{ key, code, severity, ...subjectView(subject) },
  ...{ law_zh: FINDINGS[code].law.zh, law_en: FINDINGS[code].law.en },
  ...{ text_zh: sentence(code, 'zh', params), text_en: sentence(code, 'en', params) },
  ...{ decision: decisionView(decision), closed },
});

export const expiryView = ({ key, kind, subject, date, daysLeft, stage, label, decision, closed }: Decided<Expiry>): object => ({
  ...{ key, kind, ...subjectView(subject), date, daysLeft, stage, label },
  ...{ decision: decisionView(decision), closed },
});
