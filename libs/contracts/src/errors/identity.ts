import { defineErrors } from './catalogue';

export const identityErrors = defineErrors({
  SIGN_IN_FAILED: {
    kind: 'user',
    status: 401,
    zh: '用户名或密码不正确，或账号暂不可用；连续输错 5 次将锁定 15 分钟。请核对后重试，或请管理员重置密码。',
    en: 'Wrong user name or password, or the account is unavailable for now; five wrong tries lock it for 15 minutes. Check and try again, or ask your administrator for a reset.',
  },
  NOT_SIGNED_IN: {
    kind: 'user',
    status: 401,
    zh: '尚未登录，或登录已失效；请重新登录。',
    en: 'You are not signed in, or your session has ended; sign in again.',
  },
  PASSWORD_CHANGE_REQUIRED: {
    kind: 'user',
    status: 403,
    zh: '首次登录须先修改密码；修改后才能使用其他功能。',
    en: 'Change your initial password first; nothing else is possible before.',
  },
  PASSWORD_WRONG: {
    kind: 'user',
    status: 403,
    zh: '原密码不正确；请核对后重试。',
    en: 'The present password is wrong; check it and try again.',
  },
  PASSWORD_TOO_SHORT: {
    kind: 'user',
    status: 400,
    zh: '密码至少 {min} 个字符；可以用一句话，支持中文和表情。',
    en: 'A password has at least {min} characters; a sentence does well, in any script.',
  },
  PASSWORD_TOO_LONG: {
    kind: 'user',
    status: 400,
    zh: '密码最多 {max} 个字符；请缩短。',
    en: 'A password has at most {max} characters; shorten it.',
  },
  PASSWORD_GUESSABLE: {
    kind: 'user',
    status: 400,
    zh: '密码过于常见，或主要由单位名、姓名、用户名、常用词组成；请换一个不易猜到的。',
    en: 'The password is too common, or consists mainly of the unit’s, your own or well-known words; choose one that is hard to guess.',
  },
  PASSWORD_UNCHANGED: {
    kind: 'user',
    status: 400,
    zh: '新密码不能与原密码相同；请另选一个。',
    en: 'The new password must differ from the present one; choose another.',
  },
  USER_NAME_INVALID: {
    kind: 'user',
    status: 400,
    zh: '用户名“{name}”无效；须为 2 至 64 个小写字母、数字、汉字或 . _ - 字符。',
    en: 'The user name “{name}” is not valid; it has 2 to 64 letters, digits, Chinese characters or . _ - characters.',
  },
  USER_NAME_TAKEN: {
    kind: 'user',
    status: 409,
    zh: '用户名“{name}”已被使用；请换一个。',
    en: 'The user name “{name}” is taken; choose another.',
  },
  WORKER_HAS_ACCOUNT: {
    kind: 'user',
    status: 409,
    zh: '工号 {workerNo} 已关联其他账号；请先解除，或使用该账号。',
    en: 'Worker {workerNo} is linked to another account; unlink it first, or use that account.',
  },
  ACCOUNT_DISABLED: {
    kind: 'user',
    status: 403,
    zh: '账号“{name}”已停用；请联系管理员。',
    en: 'The account “{name}” is disabled; ask your administrator.',
  },
  ROLE_UNKNOWN: {
    kind: 'user',
    status: 400,
    zh: '没有名为“{role}”的角色；请检查拼写。',
    en: 'There is no role “{role}”; check its spelling.',
  },
  ROLES_INCOMPATIBLE: {
    kind: 'user',
    status: 409,
    zh: '同一个人不能同时担任“{role}”和“{other}”；请授予另一个人，或先收回原角色。',
    en: 'One person cannot hold both “{role}” and “{other}”; give it to someone else, or take the other one away first.',
  },
  ROLE_NOT_FOR_MACHINES: {
    kind: 'user',
    status: 409,
    zh: '接口账号不能担任含审批权限的角色“{role}”；审批须由人办理。',
    en: 'A machine account cannot hold the approving role “{role}”; approvals are given by people.',
  },
  ROLE_OWN: {
    kind: 'user',
    status: 403,
    zh: '不能为自己授予或收回角色；请由其他人办理。',
    en: 'Nobody grants or takes away their own roles; ask someone else.',
  },
  NOT_A_MACHINE: {
    kind: 'user',
    status: 409,
    zh: '令牌只能发给接口账号；请先建立接口账号。',
    en: 'Tokens are issued to machine accounts only; create one first.',
  },
  NOT_A_HUMAN: {
    kind: 'user',
    status: 409,
    zh: '接口账号没有密码，也不关联人员；请改用令牌。',
    en: 'A machine account has no password and no person; use a token.',
  },
  EXPIRY_OUT_OF_RANGE: {
    kind: 'user',
    status: 400,
    zh: '令牌有效期须为 1 至 {max} 天；请更正。',
    en: 'A token is valid for 1 to {max} days; correct it.',
  },
});
