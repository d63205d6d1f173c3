import { AttendanceModule } from '@gridstaff/attendance';
import { AuditModule } from '@gridstaff/audit';
import { CalendarModule } from '@gridstaff/calendar';
import { BatchRegistry, ExchangeModule, ImportRegistry } from '@gridstaff/exchange';
import { Module, type OnModuleInit } from '@nestjs/common';
import { PerformanceBook } from './application/performance-book';
import { PerformanceUndo, PerformanceWatch } from './application/performance-undo';
import { ScoresImport } from './application/scores-import';
import { PerformanceFacts } from './domain/performance-facts';
import { PerformanceStore } from './domain/performance-store';
import { SqlPerformanceFacts, SqlPerformanceStore } from './persistence';

@Module({
  imports: [AttendanceModule, AuditModule, CalendarModule, ExchangeModule],
  providers: [
    { provide: PerformanceStore, useClass: SqlPerformanceStore },
    { provide: PerformanceFacts, useClass: SqlPerformanceFacts },
    PerformanceBook,
    PerformanceUndo,
    PerformanceWatch,
    ScoresImport,
  ],
  exports: [PerformanceBook, PerformanceFacts],
})
export class EvaluationModule implements OnModuleInit {
  constructor(
    private readonly imports: ImportRegistry,
    private readonly scores: ScoresImport,
    private readonly batches: BatchRegistry,
    private readonly undo: PerformanceUndo,
    private readonly watch: PerformanceWatch,
  ) {}

  onModuleInit(): void {
    this.imports.register(this.scores);
    this.batches.registerRoom(this.undo);
    this.batches.registerWatch(this.watch);
  }
}
