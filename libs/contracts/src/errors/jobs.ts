import { defineErrors } from './catalogue';

export const jobsErrors = defineErrors({
  JOB_HANDLER_MISSING: {
    kind: 'bug',
    status: 500,
    zh: '后台任务“{name}”没有处理程序，未启动；请检查该程序加载的模块。',
    en: 'No handler for the job “{name}”; the program does not start. Check which modules it loads.',
  },
  JOB_HANDLER_DUPLICATE: {
    kind: 'bug',
    status: 500,
    zh: '后台任务“{name}”登记了两个处理程序，未启动；请只保留一个。',
    en: 'Two handlers for the job “{name}”; the program does not start. Keep one of them.',
  },
  LEASE_LOST: {
    kind: 'operational',
    status: 409,
    zh: '后台任务的{what}已由另一个进程接手或已停止，本次结果未保存；无需处理。',
    en: 'Another worker took over the {what} of this job, or it was stopped; this result was not saved. Nothing to do.',
  },
  JOB_STOPPED: {
    kind: 'user',
    status: 409,
    zh: '后台任务已按要求停止；如需继续请重新发起。',
    en: 'The job was stopped on request; start it again if it is still wanted.',
  },
  JOB_GAVE_UP: {
    kind: 'bug',
    status: 500,
    zh: '后台任务的执行进程中断了 {attempts} 次，已放弃；请查看日志（内存、磁盘）后重新发起。',
    en: 'The process working on this job died {attempts} times and it was given up; look at the log (memory, disk), then start it again.',
  },
  JOB_CHUNK_STUCK: {
    kind: 'bug',
    status: 500,
    zh: '后台任务的第 {no} 块已被领取 {claims} 次仍未完成，已放弃；请查看日志后重新发起。',
    en: 'Chunk {no} of this job was claimed {claims} times and never finished; it was given up. Look at the log, then start it again.',
  },
  JOB_NOT_FINISHED: {
    kind: 'operational',
    status: 504,
    zh: '后台任务在 {seconds} 秒内未完成（状态：{state}）；任务仍在继续，请稍后查看进度。',
    en: 'The job did not finish within {seconds} s (state: {state}); it goes on, look at its progress later.',
  },
  QUEUE_UNAVAILABLE: {
    kind: 'operational',
    status: 503,
    zh: '无法连接任务队列（Redis）；任务已保存，恢复后会自动执行。',
    en: 'The job queue (Redis) cannot be reached; the job is stored and will run by itself when it is back.',
  },
});
