export * from './test-database';
export * from './rooms';
