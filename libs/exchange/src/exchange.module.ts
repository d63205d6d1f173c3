import { AuditModule } from '@gridstaff/audit';
import { Module } from '@nestjs/common';
import { ImportBatches } from './import-batch.repository';
import { ImportRegistry } from './import-registry';
import { ImportService } from './import-service';

/** Feature modules import it and register their handlers with `ImportRegistry` when they start. */
@Module({
  imports: [AuditModule],
  providers: [ImportRegistry, ImportBatches, ImportService],
  exports: [ImportRegistry, ImportService],
})
export class ExchangeModule {}
