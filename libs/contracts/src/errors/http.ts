import { defineErrors } from './catalogue';

/** What the HTTP face refuses before a use case is asked. */
export const httpErrors = defineErrors({
  ROUTE_UNKNOWN: {
    kind: 'user',
    status: 404,
    zh: '没有这个接口地址或方法；请核对路径与请求方法。',
    en: 'There is no such address or method; check the path and the method of the request.',
  },
  BODY_MALFORMED: {
    kind: 'user',
    status: 400,
    zh: '请求内容不是有效的 JSON，或含有不允许的键；请检查后重新提交。',
    en: 'The body is not valid JSON, or holds a key that is not allowed; check it and send it again.',
  },
  BODY_NOT_OBJECT: {
    kind: 'user',
    status: 400,
    zh: '请求内容必须是一个 JSON 对象，不能是数组或单个值；请更正。',
    en: 'The body must be one JSON object, not an array or a single value; correct it.',
  },
  BODY_TOO_LARGE: {
    kind: 'user',
    status: 413,
    zh: '请求内容过大（上限 {max} 字节）；请拆分后提交。',
    en: 'The request is too large (limit: {max} bytes); split it.',
  },
  BODY_TOO_DEEP: {
    kind: 'user',
    status: 400,
    zh: '请求内容嵌套超过 {max} 层；请减少层级。',
    en: 'The body is nested more than {max} levels deep; make it flatter.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    kind: 'user',
    status: 415,
    zh: '不支持这种内容类型；请使用 application/json，上传文件请使用 multipart/form-data。',
    en: 'This content type is not supported; use application/json, or multipart/form-data for a file.',
  },
  QUERY_REPEATED: {
    kind: 'user',
    status: 400,
    zh: '查询参数“{name}”出现了多次；请只保留一个。',
    en: 'The query parameter “{name}” stands more than once; keep one.',
  },
  QUERY_TOO_LONG: {
    kind: 'user',
    status: 400,
    zh: '查询参数超过 {max} 个；请减少。',
    en: 'There are more than {max} query parameters; use fewer.',
  },
  REQUEST_INVALID: {
    kind: 'user',
    status: 400,
    zh: '提交的内容有 {count} 处错误，未作任何更改；请按所列字段更正。',
    en: 'The input has {count} errors and nothing was changed; correct the fields listed.',
  },
  FIELD_TEXT: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为 {min} 至 {max} 个字符的文字，且不含控制字符；请更正。',
    en: '“{name}” must be a text of {min} to {max} characters without control characters; correct it.',
  },
  FIELD_WHOLE: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为 {min} 至 {max} 的整数；请更正。',
    en: '“{name}” must be a whole number from {min} to {max}; correct it.',
  },
  FIELD_FLAG: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为 true 或 false；请更正。',
    en: '“{name}” must be true or false; correct it.',
  },
  FIELD_CHOICE: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为以下之一：{choices}；请更正。',
    en: '“{name}” must be one of: {choices}; correct it.',
  },
  FIELD_AMOUNT: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为最多两位小数的元金额文字，如 "3285.60"；请更正。',
    en: '“{name}” must be an amount in yuan as text with at most two decimals, such as "3285.60"; correct it.',
  },
  FIELD_DECIMAL: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为最多两位小数的数字文字，如 "0.5"；请更正。',
    en: '“{name}” must be a decimal number as text with at most two places, such as "0.5"; correct it.',
  },
  FIELD_DATE: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为存在的日期，格式如 2026-11-23；请更正。',
    en: '“{name}” must be a date of the calendar written like 2026-11-23; correct it.',
  },
  FIELD_PERIOD: {
    kind: 'user',
    status: 400,
    zh: '“{name}”须为月份，格式如 2026-11；请更正。',
    en: '“{name}” must be a month written like 2026-11; correct it.',
  },
  FIELD_ID: {
    kind: 'user',
    status: 400,
    zh: '“{name}”不是有效的编号；请从列表或详情中取用。',
    en: '“{name}” is not a valid id; take it from a list or a detail.',
  },
  FIELD_SHAPE: {
    kind: 'user',
    status: 400,
    zh: '“{name}”的结构不正确；请对照接口说明更正。',
    en: '“{name}” has the wrong shape; compare it with the description of the API.',
  },
  CROSS_SITE: {
    kind: 'user',
    status: 403,
    zh: '请求未通过同源检查，未执行；请从本系统页面操作，或在请求头中加上 X-Requested-With: gridstaff。',
    en: 'The request failed the same-origin check and was not carried out; act from this system’s pages, or send the header X-Requested-With: gridstaff.',
  },
  TOO_MANY_REQUESTS: {
    kind: 'user',
    status: 429,
    zh: '请求过于频繁；请稍等一分钟后重试。',
    en: 'Too many requests; wait a minute and try again.',
  },
  FILE_MISSING: {
    kind: 'user',
    status: 400,
    zh: '没有收到文件；请以 multipart/form-data 上传名为 file 的一个文件。',
    en: 'No file was received; upload one file named “file” as multipart/form-data.',
  },
  SHUTTING_DOWN: {
    kind: 'operational',
    status: 503,
    zh: '服务正在停止或重启；请稍后重试。',
    en: 'The service is stopping or restarting; try again in a moment.',
  },
});
