export { ExchangeModule } from './exchange.module';
export { exchangeEntities } from './import-batch.entity';
export { type ImportBatch, ImportBatches } from './import-batch.repository';
export * from './import-handler';
export { ImportRegistry } from './import-registry';
export { type ImportRequest, type ImportResult, ImportService } from './import-service';
export type { TemplateLanguage } from './template';
export { type ParsedWorkbook, parseWorkbook } from './workbook-parser';
export { type Cell, type ColumnKind, escapeText, type WorkbookColumn, type WorkbookSheet, writeWorkbook } from './workbook-writer';
