import { projectRoot } from '@gridstaff/runtime';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Service {
  image?: string;
  healthcheck?: { test: string[] };
  restart: string;
  environment?: Record<string, string>;
  volumes?: string[];
  command?: string[];
  deploy?: { replicas: number };
}

const text = readFileSync(path.join(projectRoot(), 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null> };

describe('docker-compose.yml', () => {
  it('is the scale-out pair with one API and two workers', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'migrate', 'mysql', 'redis', 'worker']);
    expect([compose.services.mysql?.image, compose.services.redis?.image]).toEqual(['mysql:8.4', 'redis:7']);
    expect(compose.services.worker?.deploy?.replicas).toBe(2);
  });

  it('checks the health of everything that stays, and keeps data in named volumes', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      if (service.restart !== 'no') expect([name, service.healthcheck?.test.length]).toEqual([name, expect.any(Number)]);
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
  });

  it('has no default secret, keeps every commit and never evicts a job', () => {
    const secrets = Object.values(compose.services).flatMap((s) => Object.entries(s.environment ?? {}).filter(([name]) => /PASSWORD$|DATABASE_URL/.test(name) && !/RANDOM/.test(name)));
    expect(secrets.length).toBeGreaterThan(2);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{\w+:\?/);
    expect(compose.services.mysql?.command).toContain('--innodb-flush-log-at-trx-commit=1');
    expect(compose.services.redis?.command).toEqual(expect.arrayContaining(['--appendonly', 'yes', 'noeviction']));
  });
});
