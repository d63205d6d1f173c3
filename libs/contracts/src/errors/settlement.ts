import { defineErrors } from './catalogue';

/** Amounts in these texts are yuan with two decimals. */
export const settlementErrors = defineErrors({
  SETTLEMENT_NOTHING: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 没有任何派遣公司的金额可结算；请核对批次。',
    en: 'Run {run} holds no amount of any agency to settle; check the run.',
  },
  SETTLEMENT_TOTALS: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 的“{item}”不相符：{left} 元与 {right} 元；未作任何更改，请先对账。',
    en: '“{item}” of run {run} does not tie: {left} against {right} yuan; nothing was changed. Reconcile first.',
  },
  SETTLEMENT_RUN_CHANGED: {
    kind: 'user',
    status: 409,
    zh: '结算单依据的批次 {run} 内容已变（校验值不同）；请停止办理并联系管理员对账。',
    en: 'Run {run} is no longer what this settlement was prepared from (its hash differs); stop and have it reconciled.',
  },
  PAYMENT_EXCEEDS_SETTLEMENT: {
    kind: 'user',
    status: 409,
    zh: '支付 {amount} 元超过结算单未付金额 {rest} 元，未入账；请核对支付凭证。',
    en: 'Paying {amount} yuan exceeds the {rest} still due on the settlement and was not posted; check the payment voucher.',
  },
  PAYMENT_NAMES_FUND: {
    kind: 'user',
    status: 422,
    zh: '结算单由几项资金承担（{funds}），每笔支付须指明从哪一项列支；请选择资金。',
    en: 'Several funds bear this settlement ({funds}); each payment comes out of one of them. Name the fund.',
  },
  PAYMENT_DOCUMENT_TWICE: {
    kind: 'user',
    status: 409,
    zh: '支付凭证号“{documentNo}”已用于本结算单；请勿重复登记。',
    en: 'The payment document “{documentNo}” is on this settlement already; do not enter it twice.',
  },
});
