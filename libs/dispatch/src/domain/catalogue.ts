/** `block`: against the law until it is put right. `warning`: may be accepted by somebody with a recorded reason. */
export type Severity = 'block' | 'warning';

interface Entry {
  severity: Severity;
  law: { zh: string; en: string };
  zh: string;
  en: string;
}

const entry = (severity: Severity, law: [zh: string, en: string], zh: string, en: string): Entry => ({
  ...{ severity, law: { zh: law[0], en: law[1] }, zh, en },
});

const contractLaw = (article: string): [string, string] => [
  `劳动合同法第${article}条`,
  `Labour Contract Law art. ${ARABIC[article] ?? article}`,
];
const ARABIC: Readonly<Record<string, string>> = {
  十: '10',
  十九: '19',
  三十九: '39',
  四十二: '42',
  五十七: '57',
  五十八: '58',
  五十九: '59',
  六十五: '65',
  六十六: '66',
};
const DISPATCH = (article: string, en: string): [string, string] => [
  `劳务派遣暂行规定第${article}条`,
  `Interim Provisions on Labour Dispatch art. ${en}`,
];
const OVERAGE: [string, string] = ['超龄劳动者基本权益保障暂行规定', 'Interim Provisions on workers above retirement age (2026)'];
const RETIREMENT: [string, string] = ['实施渐进式延迟法定退休年龄的决定', 'Decision on delayed retirement (2024-09-13)'];

/** Every finding by its stable code, with the article it rests on. Params are filled into the sentences. */
export const FINDINGS = {
  CONTRACT_MISSING: entry(
    'block',
    contractLaw('十'),
    '{joinedOn} 入职，满一个月仍未登记书面合同；请登记合同或尽快补签。',
    'In post since {joinedOn}, more than a month without a written contract; record it or have it signed.',
  ),
  CONTRACT_LAPSED: entry(
    'block',
    contractLaw('十'),
    '合同已于 {endsOn} 到期，仍在岗；请续签或办理离岗。',
    'The contract ended on {endsOn} and the worker is still in post; renew it or end the engagement.',
  ),
  CONTRACT_SIGNED_LATE: entry(
    'warning',
    contractLaw('十'),
    '{joinedOn} 入职，合同迟至 {signedOn} 签订，超过一个月；派遣公司可能须支付二倍工资。',
    'In post since {joinedOn} but signed on {signedOn}, more than a month later; the agency may owe double pay.',
  ),
  CONTRACT_TERM_SHORT: entry(
    'block',
    contractLaw('五十八'),
    '合同期 {startsOn} 至 {endsOn} 不足二年；派遣公司须订立二年以上的固定期限合同。',
    'The term {startsOn} to {endsOn} is under two years; dispatch needs a fixed term of two years or more.',
  ),
  CONTRACT_NOT_FIXED: entry(
    'warning',
    contractLaw('五十八'),
    '{startsOn} 起的合同没有固定期限；派遣合同应为固定期限，确属无固定期限的请注明依据。',
    'The contract from {startsOn} has no fixed term; a dispatch contract has one. Accept it with the ground if it is so.',
  ),
  PART_TIME: entry(
    'block',
    ['劳动合同法实施条例第三十条', 'Regulation on the Labour Contract Law art. 30'],
    '合同（{startsOn} 起）为非全日制；劳务派遣不得招用非全日制人员。',
    'The contract from {startsOn} is part-time; nobody is dispatched part-time.',
  ),
  TEMPORARY_TOO_LONG: entry(
    'block',
    contractLaw('六十六'),
    '临时性岗位自 {since} 起已超过六个月；请核定岗位性质或结束使用。',
    'On a temporary post since {since}, more than six months; settle the kind of post or end it.',
  ),
  PROBATION_TOO_LONG: entry(
    'block',
    contractLaw('十九'),
    '合同试用期至 {probationEndsOn}，按合同期最长到 {longest}。',
    'Probation until {probationEndsOn}; with this term it lasts to {longest} at most.',
  ),
  PROBATION_TWICE: entry(
    'block',
    contractLaw('十九'),
    '续签的合同（{startsOn} 起）又约定试用期；同一单位只能约定一次。',
    'The renewal from {startsOn} has a probation again; one employer may agree on it once.',
  ),
  OVER_RETIREMENT_AGE: entry(
    'warning',
    OVERAGE,
    '{date} 已达法定退休年龄仍在岗；须另订书面协议并缴纳工伤保险，或办理退休。',
    'Reached retirement age on {date} and is still in post; needs a written agreement and injury insurance, or retires.',
  ),
  RETIREMENT_CATEGORY_UNKNOWN: entry(
    'warning',
    RETIREMENT,
    '接近或已满五十周岁，尚未登记适用哪一退休年龄；请在人员页面登记。',
    'Near fifty or over, and which retirement age applies is not recorded; record it on the person’s page.',
  ),
  MINOR_WORKER: entry(
    'warning',
    ['劳动法第五十八条', 'Labour Law art. 58'],
    '未满十八周岁（{date} 满）；属未成年工，不得安排夜间巡查等禁忌劳动并须定期体检。',
    'Under eighteen until {date}; a minor may not be put on night patrol and is examined regularly.',
  ),
  PROTECTED_RETURNED: entry(
    'block',
    DISPATCH('十三', '13'),
    '{lastDay} 被退回时处于保护期；须更正离岗或恢复用工至保护期满。',
    'Was returned on {lastDay} while protected; correct the end, or take the worker back until the protection ends.',
  ),
  RETURN_WITHOUT_GROUND: entry(
    'warning',
    contractLaw('六十五'),
    '{lastDay} 退回派遣公司，没有登记法定理由和证据；请补充说明。',
    'Returned on {lastDay} without a recorded ground and its evidence; say what it rested on.',
  ),
  LICENCE_MISSING: entry(
    'warning',
    contractLaw('五十七'),
    '未登记劳务派遣经营许可证及有效期；请向派遣公司索取后登记。',
    'The dispatch licence and its last day are not recorded; ask the agency for it.',
  ),
  LICENCE_EXPIRED: entry(
    'block',
    contractLaw('五十七'),
    '劳务派遣经营许可证已于 {date} 到期，仍有 {people} 人在岗；请核验换证。',
    'The dispatch licence ended on {date} and {people} people are in post; check the new one.',
  ),
  AGREEMENT_MISSING: entry(
    'block',
    contractLaw('五十九'),
    '有 {people} 人在岗，没有现行有效的派遣协议；请登记或续签。',
    '{people} people are in post without an agreement in force; record it or renew it.',
  ),
  AGREEMENT_INCOMPLETE: entry(
    'warning',
    contractLaw('五十九'),
    '派遣协议未载明：{missing}。',
    'The agreement does not say: {missing_en}.',
  ),
  HEADCOUNT_OVER_AGREEMENT: entry(
    'warning',
    contractLaw('五十九'),
    '在岗 {people} 人，超过派遣协议约定的 {agreed} 人。',
    '{people} people are in post, more than the {agreed} of the agreement.',
  ),
  DISPATCH_SHARE: entry(
    'warning',
    DISPATCH('四', '4'),
    '派遣人员 {people} 人，占用工总量 {percent}%，超过 10%；事业单位是否适用有争议，请记录法律意见。',
    '{people} dispatched are {percent} % of all staff, above 10 %; whether it binds a public institution is disputed, so record a legal opinion.',
  ),
  OWN_STAFF_UNKNOWN: entry(
    'warning',
    DISPATCH('四', '4'),
    '未登记本单位订立劳动合同（在编）人数，无法计算派遣比例。',
    'The number of the centre’s own staff is not recorded, so the share of dispatch cannot be worked out.',
  ),
} as const satisfies Readonly<Record<string, Entry>>;

export type FindingCode = keyof typeof FINDINGS;

/** The sentence of a finding with its params. */
export const sentence = (code: FindingCode, language: 'zh' | 'en', params: Readonly<Record<string, string | number>>): string =>
  FINDINGS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
