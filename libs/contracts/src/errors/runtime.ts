import { defineErrors } from './catalogue';

export const runtimeErrors = defineErrors({
  SETTING_INVALID: {
    kind: 'user',
    status: 500,
    zh: '设置 {name} 的值无效（{sentence}）；请更正环境变量后重新启动。',
    en: 'Setting {name} has an invalid value ({sentence}); correct the environment variable and start again.',
  },
  SETTING_UNKNOWN: {
    kind: 'user',
    status: 500,
    zh: '未知的设置 {name}；请检查拼写或删除该环境变量。',
    en: 'Unknown setting {name}; check its spelling or remove the variable.',
  },
  WORKER_NEEDS_QUEUE: {
    kind: 'user',
    status: 500,
    zh: '独立工作进程需要 MySQL 与 Redis：请设置 DATABASE_URL=mysql://… 和 REDIS_URL=redis://…；嵌入式数据库由 grid serve 自己执行任务。',
    en: 'A separate worker needs MySQL and Redis: set DATABASE_URL=mysql://… and REDIS_URL=redis://…; with the embedded database “grid serve” runs the jobs itself.',
  },
});
