export * from './actor';
export * from './errors';
export * from './jobs';
export * from './masks';
export * from './permissions';
export * from './policy-parameters';
