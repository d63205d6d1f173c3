export * from './amounts';
export * from './causes';
export * from './decompose';
export * from './facts';
export * from './flags';
