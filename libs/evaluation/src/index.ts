export { EvaluationModule } from './evaluation.module';
export { PerformanceBook, type PerformanceResult } from './application/performance-book';
export { coefficientText, parseCoefficient, parseScore, type Performance, type PerformanceFact } from './domain/performance';
export { PerformanceFacts, type PerformanceQuery } from './domain/performance-facts';
export { evaluationEntities } from './persistence';
