import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountEntity } from '../../src/features/accounts/account.entity.js';
import { GrantsService } from '../../src/features/accounts/grants/grants.service.js';
import { SessionsService } from '../../src/features/accounts/sessions/sessions.service.js';
import type { UnitLine } from '../../src/features/units/unit-kinds.js';
import { systemActor, type Role } from '../../src/platform/access/actor.js';
import { sessionCookie } from '../../src/platform/access/session-cookie.js';
import { Database } from '../../src/platform/database/database.js';
import { newId, type Id } from '../../src/shared/ids.js';

export interface GrantedRole {
  readonly role: Role;
  readonly unitId?: Id | null;
  readonly line?: UnitLine | null;
}

/** The headers of a person with these grants who is signed in, whatever day the test's clock says. */
export async function signedInHeaders(
  app: NestFastifyApplication,
  name: string,
  ...grants: readonly GrantedRole[]
): Promise<{ readonly cookie: string }> {
  const secret = await app.get(Database).tx(systemActor('test'), async tx => {
    // A second process on the same database knows the person already.
    const [known] = await tx.query<{ id: Id }>(`select id from account where name = $1`, [name]);
    const accountId = known?.id ?? newId();
    if (!known) await tx.manager.insert(AccountEntity, { id: accountId, name, displayName: name, email: null, createdAt: tx.now });
    for (const { role, unitId = null, line = null } of known ? [] : grants) {
      const holder = { kind: 'ACCOUNT', id: accountId } as const;
      await app.get(GrantsService).giveIn(tx, { holder, role, unitId, line, validFrom: null, validTo: null, reason: 'Kiểm thử' });
    }
    const session = await app.get(SessionsService).begin(tx, accountId, { address: '127.0.0.1', userAgent: null } as never);
    await tx.query(`update session set expires_at = '9000-01-01', seen_at = '8999-01-01' where id = $1`, [session.id]);
    return session.secret;
  });
  return { cookie: sessionCookie(secret).split(';')[0]! };
}
