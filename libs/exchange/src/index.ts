export { BatchBook } from './batches/batch-book';
export { BatchRegistry } from './batches/batch-registry';
export * from './batches/batch-room';
export { BatchRows, type BatchUndoRecord } from './batches/batch-rows.repository';
export { BatchUndo, type UndoPreview } from './batches/batch-undo';
export { type KeyedFact, KeyedRoom, undoable, type UndoableTable } from './batches/keyed-room';
export { column } from './column';
export { ExchangeModule } from './exchange.module';
export { type FileType, MEDIA_TYPES } from './files/content/check-content';
export { type FileFault, FileKeeping, NightlyFileErasure } from './files/file-keeping';
export { type FileSubject, FileSubjects } from './files/file-subjects';
export { type FileOwner, type OpenedFile, type StoredFile, StoredFiles } from './files/stored-files';
export { exchangeEntities } from './import-batch.entity';
export { type ImportBatch, ImportBatches, type ImportSort } from './import-batch.repository';
export { type FreeTable, readFreeTable } from './free-table';
export * from './import-handler';
export { ImportHistory, type ImportRecord } from './import-history';
export { ImportRegistry } from './import-registry';
export { type ImportRequest, type ImportResult, ImportService } from './import-service';
export { type FileView, ImportLayouts, type SheetView } from './mapping/import-layouts';
export { ImportLayoutStore, type RememberedLayout } from './mapping/import-layouts.repository';
export { cellText, type RawCell, type RawRow } from './raw-cell';
export { headerKey } from './sheet-layout';
export type { TemplateLanguage } from './template';
export { type ListEntry, TemplateLists } from './template-lists';
export { type ParsedWorkbook, parseWorkbook } from './workbook-parser';
export {
  type Cell,
  type ColumnKind,
  escapeText,
  type WorkbookColumn,
  type WorkbookSheet,
  writeWorkbook,
} from './workbook-writer';
export * from './exports/export-handler';
export { ExportRegistry } from './exports/export-registry';
export { ExportService } from './exports/export-service';
export { type BankLayout, bankCsv, bankLayout, bankParts, type BankRow, bankSheet } from './layouts/bank-layout';
export { type BookRow, type BookSheet, writeBook } from './layouts/book-writer';
export { csvOf } from './layouts/csv';
export { insuranceLayout, type InsuranceRow, insuranceSheet } from './layouts/insurance-layout';
export { type CellMark, markWorkbook } from './layouts/marked-book';
export { moneyWords } from './layouts/money-words';
export {
  type PrintedColumn,
  printedSheet,
  type PrintedTable,
  SIGNATURES,
  writePrintedBook,
} from './layouts/printed-table';
export { notesSheet, type TaxAmount, taxLayout, type TaxLayout, type TaxRow, taxSheet } from './layouts/tax-layout';
export { fillTaxTemplate } from './layouts/tax-template';
export { zipOf } from './layouts/zip';
export { Paper } from './pdf/paper';
export { grouped, pageText, writePrintedPdf } from './pdf/printed-pdf';
export { ExportTasks, type ExportWish, type TaskTarget } from './lists/export-tasks';
export type { ExportTask, ExportTaskSort } from './lists/export-tasks.repository';
export { type ListColumn, ListExport, type ListFormat, type ListRequest } from './lists/list-export';
export { ListExportRegistry } from './lists/list-export-registry';
export { ListExportsModule } from './lists/list-exports.module';
export { StoredSweep } from './stored/stored-sweep';
