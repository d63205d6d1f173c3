import { problemDocument, toDomainError } from './problem';

/** As TypeORM throws it: the driver's error inside its own. */
const lost = (code: string): Error =>
  Object.assign(new Error(`read ${code}`), { driverError: Object.assign(new Error(`read ${code}`), { code }) });

it('tells a database that went away as that, to be tried again, and not as a bug', () => {
  for (const code of ['ECONNRESET', 'ECONNREFUSED', 'PROTOCOL_CONNECTION_LOST'])
    expect(problemDocument(toDomainError(lost(code)), 'en', '1')).toMatchObject({
      status: 503,
      code: 'DATABASE_UNAVAILABLE',
    });
});

it('keeps what nobody knows as a bug, without its words', () => {
  const document = problemDocument(toDomainError(new Error('secret')), 'en', '1');
  expect(document).toMatchObject({ status: 500, code: 'BUG' });
  expect(JSON.stringify(document)).not.toContain('secret');
});
