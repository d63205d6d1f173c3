import { AuditModule } from '@gridstaff/audit';
import { IdentityModule, PersonDirectory } from '@gridstaff/identity';
import { Module } from '@nestjs/common';
import { BatchRegistry } from './batches/batch-registry';
import { BatchRows } from './batches/batch-rows.repository';
import { BatchUndo } from './batches/batch-undo';
import { ExportRegistry } from './exports/export-registry';
import { ExportService } from './exports/export-service';
import { FileKeeping } from './files/file-keeping';
import { FileSubjects } from './files/file-subjects';
import { StoredFiles } from './files/stored-files';
import { StoredFileRepository } from './files/stored-files.repository';
import { ImportBatches } from './import-batch.repository';
import { ImportHistory } from './import-history';
import { ImportRegistry } from './import-registry';
import { ImportService } from './import-service';
import { ListExportRegistry } from './lists/list-export-registry';
import { ImportLayouts } from './mapping/import-layouts';
import { ImportLayoutStore } from './mapping/import-layouts.repository';
import { TemplateLists } from './template-lists';

/** Feature modules import it and register their handlers with `ImportRegistry` when they start. */
@Module({
  imports: [AuditModule, IdentityModule],
  providers: [
    ...[BatchRegistry, BatchRows, BatchUndo],
    ...[ImportRegistry, ImportBatches, ImportService, ImportHistory],
    ...[ImportLayouts, ImportLayoutStore, TemplateLists],
    ...[ExportRegistry, ExportService, ListExportRegistry, PersonDirectory],
    ...[FileKeeping, FileSubjects, StoredFileRepository, StoredFiles],
  ],
  exports: [BatchRegistry, BatchRows, BatchUndo, ImportBatches, ImportRegistry, ImportService, ImportHistory, ImportLayouts, ExportRegistry, ExportService, ListExportRegistry, FileKeeping, FileSubjects, StoredFiles, TemplateLists],
})
export class ExchangeModule {}
