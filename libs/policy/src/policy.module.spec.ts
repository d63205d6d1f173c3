import { Test } from '@nestjs/testing';

import { defaultPolicyDir, POLICY_DIR, PolicyModule, PolicyPacks } from '.';

describe('PolicyModule', () => {
  it('provides the shipped packs', async () => {
    const app = await Test.createTestingModule({ imports: [PolicyModule] }).compile();
    expect(app.get(PolicyPacks).regions()).toContain('430200');
    expect(app.get(POLICY_DIR)).toBe(defaultPolicyDir());
    await app.close();
  });

  it('does not start on packs that cannot be read', async () => {
    const builder = Test.createTestingModule({ imports: [PolicyModule] })
      .overrideProvider(POLICY_DIR)
      .useValue('/no/such/folder');
    await expect(builder.compile()).rejects.toMatchObject({ code: 'POLICY_DIR_UNREADABLE' });
  });
});
