import { Test } from '@nestjs/testing';

import { defaultPolicyDir, POLICY_DIR, PolicyModule, PolicyPacks } from '.';

/** Everything but the packs is of no interest here. */
const start = (dir: string): Promise<PolicyPacks> =>
  Test.createTestingModule({ imports: [PolicyModule] })
    .overrideProvider(POLICY_DIR)
    .useValue(dir)
    .useMocker(() => ({}))
    .compile()
    .then((rooms) => rooms.get(PolicyPacks, { strict: false }));

describe('PolicyModule', () => {
  it('starts on the shipped packs', async () => {
    expect((await start(defaultPolicyDir())).regions()).toContain('430200');
  });

  it('does not start on packs that cannot be read', async () => {
    await expect(start('/no/such/folder')).rejects.toMatchObject({ code: 'POLICY_DIR_UNREADABLE' });
  });
});
