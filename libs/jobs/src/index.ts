export { type Chunk, Chunks } from './chunks';
export { jobsEntities } from './job.entity';
export type { JobState } from './job-store';
export { type JobProgress, Jobs } from './jobs';
export { JobsModule } from './jobs.module';
export { type JobContext, type JobHandler, JobRegistry } from './registry';
