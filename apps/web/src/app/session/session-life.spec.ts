import { endOfSession } from './session-life';

describe('the end of a session', () => {
  const expiresAt = '2026-11-24T16:00:00.000Z';
  const at = (time: string): number => Date.parse(`2026-11-24T${time}Z`);

  it('comes after the idle time, a minute early because the server notes requests by the minute', () => {
    expect(endOfSession({ expiresAt, idleMinutes: 30 }, at('09:00:00'))).toBe(at('09:29:00'));
  });

  it('comes at the latest when it expires, however busy somebody is', () => {
    expect(endOfSession({ expiresAt, idleMinutes: 30 }, at('15:59:00'))).toBe(at('16:00:00'));
  });
});
