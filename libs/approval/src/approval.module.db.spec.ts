import { auditEntities, AuditReader, AuditSigner, Idempotency } from '@gridstaff/audit';
import { Accounts, identityEntities, IdentityModule, PersonDirectory, Sessions, Tokens } from '@gridstaff/identity';
import { PersistenceModule } from '@gridstaff/persistence';
import { FieldCipher, ManualClock, RuntimeModule } from '@gridstaff/runtime';
import { createTestUrl } from '@gridstaff/testing';
import { Test } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { approvalEntities, ApprovalModule, Approvals, Delegations } from '.';

it('is put together from its modules, with keys made at their first use', async () => {
  const { url, dispose } = await createTestUrl();
  const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-keys-'));
  const env = { DATABASE_URL: url, GRID_KEY_DIR: path.join(keys, 'made'), GRID_LOG_LEVEL: 'silent' };
  const module = await Test.createTestingModule({
    imports: [
      RuntimeModule.from({ env, clock: new ManualClock('2023-01-05T09:00:00+08:00') }),
      PersistenceModule.with([...auditEntities, ...identityEntities, ...approvalEntities]),
      IdentityModule,
      ApprovalModule,
    ],
  }).compile();
  for (const token of [Accounts, Sessions, Tokens, PersonDirectory, Approvals, Delegations])
    expect(module.get(token)).toBeInstanceOf(token);
  for (const token of [Idempotency, AuditSigner, AuditReader])
    expect(module.get(token, { strict: false })).toBeInstanceOf(token);
  const cipher = module.get(FieldCipher, { strict: false });
  const key = cipher.newPersonKey();
  expect(cipher.decrypt(key, cipher.encrypt(key, 'x', 'a'), 'a')).toBe('x');
  await module.close();
  await dispose();
  rmSync(keys, { recursive: true });
});
