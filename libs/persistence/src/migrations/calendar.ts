import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300501…2026112300599 belong to this area. */
export const calendarMigrations: readonly MigrationClass[] = [
  createTable(2026112300501, 'calendar_year', (t) => {
    t.code('calendar', 10);
    t.int('year');
    t.text('source');
    t.code('sha256', 64);
    t.instant('loaded_at');
    t.id('loaded_by').orNull;
    t.primary('calendar', 'year');
  }),
  createTable(2026112300502, 'calendar_day', (t) => {
    t.code('calendar', 10);
    t.date('date');
    t.code('kind', 10);
    t.named('name', 40).orNull;
    t.named('name_en', 60).orNull;
    t.primary('calendar', 'date');
    t.check('calendar_day_kind', "kind IN ('workday', 'restday', 'statutory')");
  }),
  createTable(2026112300503, 'centre_period', (t) => {
    t.id('centre_id');
    t.period();
    t.code('status', 10);
    t.instant('cut_off_at').orNull;
    t.id('locked_by').orNull;
    t.instant('locked_at').orNull;
    t.int('version');
    t.primary('centre_id', 'period');
    t.check('centre_period_status', "status IN ('open', 'locked')");
  }),
];
