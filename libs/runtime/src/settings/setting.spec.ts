import { DatabaseSettings, describeSettings, HttpSettings, JobSettings, readArea, refuseUnknown } from '..';

const code = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return { ...(error as { code: string; params: object; place: object }), stack: undefined };
  }
  return undefined;
};

describe('settings', () => {
  it('run with nothing set', () => {
    expect(readArea(DatabaseSettings, {})).toMatchObject({ url: 'sqlite:var/grid.db', kind: 'sqlite' });
    expect(readArea(JobSettings, { GRID_CHUNK_SIZE: '' }).chunkSize).toBe(100);
  });

  it.each([
    [DatabaseSettings, { DATABASE_URL: 'postgres://x/y' }, 'DATABASE_URL'],
    [DatabaseSettings, { GRID_DATABASE_POOL: '0' }, 'GRID_DATABASE_POOL'],
    [HttpSettings, { GRID_PORT: '70000' }, 'GRID_PORT'],
    [HttpSettings, { GRID_SECURE_COOKIES: 'perhaps' }, 'GRID_SECURE_COOKIES'],
  ])('refuse a value that does not fit and name it', (Area, env, name) => {
    expect(code(() => readArea<object>(Area, env))).toMatchObject({ code: 'SETTING_INVALID', params: { name }, place: { field: name } });
  });

  it('refuse a misspelt name of ours and leave other names alone', () => {
    expect(code(() => refuseUnknown({ GRID_CHUNKSIZE: '5', PATH: '/bin' }))).toMatchObject({ code: 'SETTING_UNKNOWN', params: { name: 'GRID_CHUNKSIZE' } });
    expect(code(() => refuseUnknown({ GRID_CHUNK_SIZE: '5', HOME: '/' }))).toBeUndefined();
  });

  it('take defaults of the environment from its file, and the environment wins', () => {
    expect(readArea(HttpSettings, { NODE_ENV: 'production' }).secureCookies).toBe(true);
    expect(readArea(HttpSettings, { NODE_ENV: 'production', GRID_SECURE_COOKIES: 'false' }).secureCookies).toBe(false);
  });

  it('each say in a sentence what they are for', () => {
    for (const { env, sentence } of describeSettings()) expect([env, sentence.length > 10]).toEqual([env, true]);
  });
});
