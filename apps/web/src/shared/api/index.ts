export * as api from './calls';
export { LONGEST_PAGE } from './client';
export { askQuietly, lastAnswer, saveFile, surroundWith } from './http';
export { asProblem, Problem, type ProblemFinding } from './problem';
export type * from './types';
