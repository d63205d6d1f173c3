export * from './clock';
export * from './ids';
export * from './logger';
export * from './project-root';
export * from './runtime.module';
export * from './secrets';
export * from './settings/areas';
export { between, describeSettings, oneOf, readArea, refuseUnknown, Setting } from './settings/setting';
export * from './settings/settings.module';
