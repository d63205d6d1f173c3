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
  PORT_TAKEN: {
    kind: 'user',
    status: 500,
    zh: '{host} 的端口 {port} 已被其他程序占用；请停止该程序，或用 GRID_PORT 指定其他端口（0 为任意空闲端口）。',
    en: 'Another program listens on port {port} of {host} already; stop it, or name another port with GRID_PORT (0: any free one).',
  },
  ADDRESS_REFUSED: {
    kind: 'user',
    status: 500,
    zh: '无法在 {host} 的端口 {port} 上监听（{reason}）；请检查 GRID_HOST 与 GRID_PORT：地址须属于本机，1024 以下的端口通常需要特权。',
    en: 'Cannot listen on port {port} of {host} ({reason}); check GRID_HOST and GRID_PORT: the address must be one of this machine, and ports below 1024 usually need privileges.',
  },
  KEYS_MISSING: {
    kind: 'operational',
    status: 500,
    zh: '没有找到密钥（{dir}）；生产环境须用 GRID_KEY_DIR 指定密钥目录，首次可用 grid db migrate 生成，恢复备份时请放回原密钥。',
    en: 'No keys found ({dir}); in production name their folder in GRID_KEY_DIR, create them the first time with “grid db migrate”, and put the original ones back when restoring a backup.',
  },
  KEYS_DAMAGED: {
    kind: 'operational',
    status: 500,
    zh: '密钥目录 {dir} 中的密钥文件无法读取或已损坏；请从密钥备份恢复，切勿重新生成。',
    en: 'The key file in {dir} cannot be read or is damaged; restore it from the key backup, never create a new one.',
  },
  CIPHER_BROKEN: {
    kind: 'operational',
    status: 500,
    zh: '加密数据无法解密：内容被改动、被移到别的记录，或密钥 {kid} 不存在；请通知管理员并从备份核对。',
    en: 'Encrypted data cannot be decrypted: it was changed, moved to another record, or the key {kid} is missing; tell your administrator and compare with a backup.',
  },
});
