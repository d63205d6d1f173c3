import { defineErrors } from './catalogue';

export const dispatchErrors = defineErrors({
  RETURN_NEEDS_GROUND: {
    kind: 'user',
    status: 422,
    zh: '退回派遣公司须有法定理由和证据；请在人员页面用“退回派遣公司”办理。',
    en: 'A return to the agency needs a ground of the law and its evidence; use “return to the agency” on the person’s page.',
  },
  RETURN_PROTECTED: {
    kind: 'user',
    status: 409,
    zh: '该人员处于保护期（至 {until}），不得以此理由退回（劳动合同法第四十二条）；请在保护期满后办理。',
    en: 'The worker is protected until {until} and may not be returned on this ground (Labour Contract Law art. 42); wait until the protection ends.',
  },
  RETURN_NOT_IN_PROBATION: {
    kind: 'user',
    status: 409,
    zh: '{date} 不在试用期，不能以不符合录用条件退回；请改用其他理由。',
    en: 'The worker is not in probation on {date}, so not meeting the conditions of recruitment is no ground; choose another.',
  },
  RETURN_EVIDENCE_MISSING: {
    kind: 'user',
    status: 409,
    zh: '按此理由退回还缺证据：{missing}（日期须依次）；请先登记证据。',
    en: 'This ground still lacks evidence: {missing} (in this order of days); record it first.',
  },
  AGREEMENT_USED: {
    kind: 'user',
    status: 409,
    zh: '该协议自 {from} 起已有 {people} 人在其下用工，不能撤销；请登记新的协议代替。',
    en: '{people} people have been in post under this agreement since {from}, so it cannot be taken back; record another in its place.',
  },
  AGREEMENT_REPLACED: {
    kind: 'user',
    status: 409,
    zh: '此后又登记了与其期限重叠的协议；请先撤销后登记的那一份。',
    en: 'An agreement over the same days was recorded since; take that one back first.',
  },
  FINDING_BLOCKS: {
    kind: 'user',
    status: 409,
    zh: '此项（{code}）违反法律规定，不能以说明代替；请按提示改正事实。',
    en: 'This one ({code}) is against the law and no reason makes up for it; put the facts right.',
  },
  DECISION_NOT_FOR_IT: {
    kind: 'user',
    status: 409,
    zh: '此事项不能这样处理（{act}）；提示可说明后接受，到期事项可办结或延后。',
    en: 'This cannot be decided so ({act}); a warning is accepted, something that expires is done or postponed.',
  },
});
