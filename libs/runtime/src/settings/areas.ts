import { between, oneOf, Setting } from './setting';

export class EnvironmentSettings {
  @Setting({
    env: 'NODE_ENV',
    sentence: 'development, test or production',
    read: oneOf('development', 'test', 'production'),
  })
  mode: 'development' | 'test' | 'production' = 'development';

  @Setting({
    env: 'GRID_LOG_LEVEL',
    sentence: 'lowest level that is logged',
    read: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  })
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug' = 'info';
}

export class DatabaseSettings {
  @Setting({
    env: 'DATABASE_URL',
    sentence: 'sqlite:PATH (embedded) or mysql://user:password@host:port/name',
    read: (text) => (/^(sqlite:.+|mysql:\/\/.+\/.+)$/.test(text) ? text : undefined),
  })
  url = 'sqlite:var/grid.db';

  @Setting({
    env: 'MIGRATE_DATABASE_URL',
    sentence: 'a stronger account for migrations; empty: the same as DATABASE_URL',
    read: (text) => (/^(sqlite:.+|mysql:\/\/.+\/.+)$/.test(text) ? text : undefined),
  })
  migrateUrl = '';

  @Setting({ env: 'GRID_DATABASE_POOL', sentence: 'connections per process on MySQL', read: between(1, 200) })
  pool = 10;

  get kind(): 'sqlite' | 'mysql' {
    return this.url.startsWith('sqlite:') ? 'sqlite' : 'mysql';
  }
}

export class JobSettings {
  @Setting({
    env: 'REDIS_URL',
    sentence: 'redis://host:port for the Bull driver; empty: jobs run in this process',
    read: (t) => (/^rediss?:\/\/.+/.test(t) ? t : undefined),
  })
  redisUrl = '';

  @Setting({ env: 'GRID_JOB_CONCURRENCY', sentence: 'jobs worked on at once per process', read: between(1, 64) })
  concurrency = 2;

  @Setting({
    env: 'GRID_JOB_LEASE_SECONDS',
    sentence: 'how long a claimed chunk is held before another worker may take it',
    read: between(1, 3600),
  })
  leaseSeconds = 30;

  @Setting({
    env: 'GRID_JOB_SWEEP_SECONDS',
    sentence: 'how often forgotten jobs are rung again',
    read: between(1, 3600),
  })
  sweepSeconds = 30;

  @Setting({ env: 'GRID_CHUNK_SIZE', sentence: 'people per chunk of a pay run', read: between(1, 2000) })
  chunkSize = 100;
}

export class HttpSettings {
  @Setting({ env: 'GRID_HOST', sentence: 'address the API listens on' })
  host = '127.0.0.1';

  @Setting({ env: 'GRID_PORT', sentence: 'port the API listens on (0: any free one)', read: between(0, 65535) })
  port = 3000;

  @Setting({
    env: 'GRID_TRUSTED_PROXY',
    sentence: 'address of the reverse proxy whose X-Forwarded-For is believed; empty: none',
  })
  trustedProxy = '';

  @Setting({ env: 'GRID_SECURE_COOKIES', sentence: 'true when served over HTTPS (always demanded in production)' })
  secureCookies = false;
}

export class SecuritySettings {
  @Setting({
    env: 'GRID_KEY_DIR',
    sentence: 'folder with the encryption and signing keys; must be named in production',
  })
  keyDir = '';

  @Setting({
    env: 'GRID_SESSION_IDLE_MINUTES',
    sentence: 'a session ends after so many idle minutes',
    read: between(1, 1440),
  })
  sessionIdleMinutes = 30;

  @Setting({
    env: 'GRID_SESSION_HOURS',
    sentence: 'a session ends after so many hours in any case',
    read: between(1, 72),
  })
  sessionHours = 8;
}

export class FileSettings {
  @Setting({ env: 'GRID_FILE_MEGABYTES', sentence: 'largest file that people may upload to be kept', read: between(1, 10) })
  megabytes = 10;

  @Setting({ env: 'GRID_FILES_PER_SUBJECT', sentence: 'files kept of one person or agency, withdrawn ones left out', read: between(1, 1000) })
  perSubject = 60;

  @Setting({ env: 'GRID_FILE_KEEP_DAYS', sentence: 'a withdrawn file is erased after so many days', read: between(1, 36_500) })
  keepDays = 730;

  @Setting({ env: 'GRID_UPLOADS_AT_ONCE', sentence: 'uploads under way at once per process; a third of them for one person', read: between(3, 100) })
  uploadsAtOnce = 9;

  @Setting({ env: 'GRID_UPLOAD_SECONDS', sentence: 'an upload that takes longer is ended', read: between(1, 3600) })
  uploadSeconds = 60;
}

export const SETTINGS_AREAS = [
  EnvironmentSettings,
  DatabaseSettings,
  JobSettings,
  HttpSettings,
  SecuritySettings,
  FileSettings,
] as const;
