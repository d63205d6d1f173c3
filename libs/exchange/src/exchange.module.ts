import { AuditModule } from '@gridstaff/audit';
import { PersonDirectory } from '@gridstaff/identity';
import { Module } from '@nestjs/common';
import { ExportRegistry } from './exports/export-registry';
import { ExportService } from './exports/export-service';
import { ImportBatches } from './import-batch.repository';
import { ImportRegistry } from './import-registry';
import { ImportService } from './import-service';

/** Feature modules import it and register their handlers with `ImportRegistry` when they start. */
@Module({
  imports: [AuditModule],
  providers: [ImportRegistry, ImportBatches, ImportService, ExportRegistry, ExportService, PersonDirectory],
  exports: [ImportRegistry, ImportService, ExportRegistry, ExportService],
})
export class ExchangeModule {}
