export * from './columns';
export { createDataSource, type Engine, type EntityClass, sqliteFile } from './data-source';
export { Database, expectOne, type Row, type SqlValue } from './database';
export { isRetryable, mapDriverError } from './error-mapping';
export { FactRow } from './facts';
export { Migrator, type SchemaStatus } from './migrator';
export { openDatabase, PersistenceModule } from './persistence.module';
export { UnitOfWork } from './unit-of-work';
