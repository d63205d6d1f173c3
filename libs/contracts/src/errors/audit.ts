import { defineErrors } from './catalogue';

export const auditErrors = defineErrors({
  AUDIT_HEAD_BROKEN: {
    kind: 'operational',
    status: 500,
    zh: '审计链 {scope} 在第 {seq} 条处与链头不符，未签名；请立即运行 grid verify 并通知审计管理员。',
    en: 'The audit chain {scope} does not match its head at entry {seq} and was not signed; run “grid verify” at once and tell the audit administrator.',
  },
  IDEMPOTENCY_MISMATCH: {
    kind: 'user',
    status: 422,
    zh: '请求编号已用于另一操作或不同内容；请为新的操作使用新的编号。',
    en: 'The idempotency key was used for another command or other input; use a new key for a new act.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    kind: 'user',
    status: 400,
    zh: '请求编号须为 8 至 100 个字母、数字或 - _ . : 字符；请更正。',
    en: 'An idempotency key has 8 to 100 letters, digits or - _ . : characters; correct it.',
  },
});
