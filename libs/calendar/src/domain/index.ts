export * from './calendar-year';
export * from './work-calendar';
