export * from './product';
export * from './small-office';
export * from './test-database';
export * from './rooms';
export * from './sample-files';
