export * as api from './calls';
export { lastAnswer, saveFile, surroundWith } from './http';
export { asProblem, Problem, type ProblemFinding } from './problem';
export type * from './types';
