import { defineErrors } from './catalogue';

export const persistenceErrors = defineErrors({
  DUPLICATE_KEY: {
    kind: 'user',
    status: 409,
    zh: '该记录已存在（{key}）；请勿重复登记。',
    en: 'The record exists already ({key}); do not enter it twice.',
  },
  CHECK_VIOLATED: {
    kind: 'user',
    status: 409,
    zh: '数据违反约束 {check}，未保存；请检查金额和日期。',
    en: 'The data violates the constraint {check} and was not saved; check amounts and dates.',
  },
  DATABASE_BUSY: {
    kind: 'operational',
    status: 503,
    zh: '数据库繁忙，操作未执行；请稍后重试。',
    en: 'The database is busy and nothing was done; try again in a moment.',
  },
  DATABASE_UNAVAILABLE: {
    kind: 'operational',
    status: 503,
    zh: '无法连接数据库；请稍后重试，或联系管理员。',
    en: 'The database cannot be reached; try again later or tell your administrator.',
  },
  DISK_FULL: {
    kind: 'operational',
    status: 507,
    zh: '磁盘空间不足，操作未执行；请清理空间后重试。',
    en: 'The disk is full and nothing was done; free some space and try again.',
  },
  SCHEMA_NEWER: {
    kind: 'operational',
    status: 500,
    zh: '数据库比程序新（含未知的迁移 {migration}）；请升级程序后再启动。',
    en: 'The database is newer than this program (unknown migration {migration}); upgrade the program before starting it.',
  },
  SCHEMA_OUTDATED: {
    kind: 'operational',
    status: 500,
    zh: '数据库缺少 {count} 个迁移；请先运行 grid db migrate。',
    en: 'The database lacks {count} migrations; run “grid db migrate” first.',
  },
  MIGRATION_RUNNING: {
    kind: 'operational',
    status: 409,
    zh: '另一个进程正在迁移数据库；请等待其完成后重试。',
    en: 'Another process is migrating the database; wait for it and try again.',
  },
  BACKUP_DAMAGED: {
    kind: 'user',
    status: 422,
    zh: '备份文件已损坏或不是本系统的备份（{reason}）；未做任何改动，请换一份备份。',
    en: 'The backup is damaged or none of ours ({reason}); nothing was changed, take another backup.',
  },
  BACKUP_OTHER_ENGINE: {
    kind: 'user',
    status: 422,
    zh: '备份来自 {from}，当前配置的是 {to}；请在同类数据库上恢复。',
    en: 'The backup comes from {from} but {to} is configured; restore it on the same kind of database.',
  },
  BACKUP_TOOL_MISSING: {
    kind: 'operational',
    status: 500,
    zh: 'PATH 中没有 {tool}；请安装数据库客户端程序后重试。',
    en: '{tool} is not on the PATH; install the database client programs and try again.',
  },
  FILE_UNREADABLE: { kind: 'user', status: 400, zh: '无法读取文件 {file}；请检查路径和权限。', en: 'Cannot read the file {file}; check its path and rights.' },
  DATABASE_NOT_DURABLE: {
    kind: 'operational',
    status: 500,
    zh: '数据库的 innodb_flush_log_at_trx_commit 为 {value}，断电可能丢失已提交的数据；请设为 1 后再启动。',
    en: 'The database has innodb_flush_log_at_trx_commit = {value}: a power cut could lose committed data; set it to 1 before starting.',
  },
});
