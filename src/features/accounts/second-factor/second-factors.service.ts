import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { SecretBox } from '../../../platform/database/secret-box.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { AccountErrors } from '../accounts.errors.js';
import { lockAccount } from '../account.store.js';
import { secretHash } from '../secrets.js';
import { RecoveryCodeEntity, SecondFactorEntity } from './second-factor.entity.js';
import { newRecoveryCodes, newTotpSecret, recoveryCode, stepOf, enrolmentOf } from './totp.js';

const KEY = 'second-factor';

type AccountActor = Actor & { readonly id: Id };

interface Factor {
  readonly sealedSecret: Buffer;
  readonly confirmed: boolean;
}

/** The optional second factor: codes of an authenticator app in addition to the password. A code is accepted once. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly db: Database,
    private readonly box: SecretBox,
  ) {}

  /** @returns the secret for the app, which is shown only now. It is in force after `confirm`. */
  async enrol(actor: AccountActor): Promise<{ secret: string; uri: string }> {
    const secret = newTotpSecret();
    const sealedSecret = await this.box.seal(KEY, actor.id, secret);
    await this.db.tx(actor, async tx => {
      await lockAccount(tx, actor.id);
      if ((await factorIn(tx, actor.id))?.confirmed) throw AccountErrors.SECOND_FACTOR_ON();
      await clear(tx, actor.id);
      await tx.manager.insert(SecondFactorEntity, { accountId: actor.id, sealedSecret, enrolledAt: tx.now, lastStep: '-1' });
      await tx.audit({ action: 'secondFactor.enrolled', object: { type: 'Account', id: actor.id } });
    });
    return enrolmentOf(secret, actor.name);
  }

  /** The first code proves that the app has the secret. @returns recovery codes, which are shown only now. @throws SECOND_FACTOR_CODE_WRONG */
  confirm(actor: AccountActor, code: string): Promise<string[]> {
    return this.db.tx(actor, async tx => {
      await lockAccount(tx, actor.id);
      const factor = await factorIn(tx, actor.id);
      if (!factor) throw AccountErrors.SECOND_FACTOR_OFF();
      if (factor.confirmed) throw AccountErrors.SECOND_FACTOR_ON();
      const step = stepOf(await this.box.open(KEY, actor.id, factor.sealedSecret), code.trim(), tx.now);
      if (step === undefined) throw AccountErrors.SECOND_FACTOR_CODE_WRONG().at('code');
      await tx.query(`update second_factor set confirmed_at = $2, last_step = $3 where account_id = $1`, [actor.id, tx.now, step]);
      const codes = newRecoveryCodes();
      for (const made of codes)
        await tx.manager.insert(RecoveryCodeEntity, { accountId: actor.id, codeHash: secretHash(recoveryCode(made)) });
      await tx.audit({ action: 'secondFactor.confirmed', object: { type: 'Account', id: actor.id } });
      return codes;
    });
  }

  /** Done by the owner, or by an administrator for a person who has lost their device. Repeating it changes nothing. */
  remove(actor: Actor, accountId: Id, reason: string | null): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await lockAccount(tx, accountId);
      const factor = await factorIn(tx, accountId);
      if (!factor) return tx.unchanged(accountId);
      const before = { secondFactor: factor.confirmed };
      await clear(tx, accountId);
      const object = { type: 'Account', id: accountId };
      await tx.audit({ action: 'secondFactor.removed', object, before, after: { secondFactor: false }, reason });
      return accountId;
    });
  }

  async isOn(accountId: Id): Promise<boolean> {
    const [factor] = await this.db.rows(`select from second_factor where account_id = $1 and confirmed_at is not null`, [accountId]);
    return factor !== undefined;
  }

  /** Uses up a code of the app or a recovery code, if the account requires one. @returns whether the person may sign in. */
  async passes(tx: Tx, accountId: Id, code: string | undefined): Promise<boolean> {
    const factor = await factorIn(tx, accountId);
    if (!factor?.confirmed) return true;
    if (code === undefined) return false;
    const step = stepOf(await this.box.open(KEY, accountId, factor.sealedSecret), code.trim(), tx.now);
    if (step !== undefined) {
      return updatesARow(tx, `update second_factor set last_step = $2 where account_id = $1 and last_step < $2 returning account_id`, [
        accountId,
        step,
      ]);
    }
    const recovered = await updatesARow(
      tx,
      `update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning account_id`,
      [accountId, secretHash(recoveryCode(code)), tx.now],
    );
    if (recovered) await tx.audit({ action: 'secondFactor.recovered', object: { type: 'Account', id: accountId } });
    return recovered;
  }
}

async function updatesARow(tx: Tx, update: string, values: readonly unknown[]): Promise<boolean> {
  return (await tx.query(`with spent as (${update}) select from spent`, values)).length > 0;
}

async function factorIn(tx: Tx, accountId: Id): Promise<Factor | undefined> {
  const [factor] = await tx.query<Factor>(
    `select sealed_secret as "sealedSecret", confirmed_at is not null as confirmed from second_factor where account_id = $1`,
    [accountId],
  );
  return factor;
}

async function clear(tx: Tx, accountId: Id): Promise<void> {
  await tx.query(`delete from recovery_code where account_id = $1`, [accountId]);
  await tx.query(`delete from second_factor where account_id = $1`, [accountId]);
}
