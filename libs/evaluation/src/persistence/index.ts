export { evaluationEntities } from './performance.entity';
export { SqlPerformanceFacts, SqlPerformanceStore } from './performance.store';
