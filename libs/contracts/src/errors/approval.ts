import { defineErrors } from './catalogue';

export const approvalErrors = defineErrors({
  SEPARATION_OF_DUTIES: {
    kind: 'user',
    status: 403,
    zh: '同一个人不能在一件事中担任两种职责：您（或委托人）已是其“{part}”方；请由另一个人办理“{step}”。',
    en: 'One person cannot have two duties in one matter: you (or the delegator) are its “{part}” already; someone else has to do “{step}”.',
  },
  APPROVAL_STALE: {
    kind: 'user',
    status: 409,
    zh: '所审内容与提交的不一致（内容已变动或是旧版本）；请刷新后重新核对。',
    en: 'What you decide on is not what was submitted (it changed, or this is an old version); reload and look again.',
  },
  APPROVAL_OPEN: {
    kind: 'user',
    status: 409,
    zh: '该事项已在审批中；请先完成、退回或撤回。',
    en: 'The matter is under approval already; finish, return or withdraw that first.',
  },
  REASON_MISSING: { kind: 'user', status: 400, zh: '请填写原因。', en: 'Give a reason, please.' },
  DELEGATION_INVALID: {
    kind: 'user',
    status: 400,
    zh: '无法委托：受托人须是另一个人，且您本人须有该审批权限。',
    en: 'This cannot be delegated: the delegate must be another person, and you must hold the permission yourself.',
  },
});
