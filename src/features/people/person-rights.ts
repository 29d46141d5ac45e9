import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { PersonErrors } from './person.errors.js';
import { lockPerson, type PersonRow, type SeenPerson } from './person.store.js';
import { personView } from './person.view.js';

/** Actions on people; the right to each is required at the person’s unit. */
type PersonAction = 'person.edit' | 'person.readProtected' | 'person.writeProtected';

/** Checks the rights of an actor for every command on people. */
@Injectable()
export class PersonRights {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** Whether the actor may see the person; `false` for an unknown id. */
  seesIn(tx: Tx, id: Id): Promise<boolean> {
    return this.scopes.sees(tx, personView, id);
  }

  /**
   * Requires the right at the person’s unit and locks the person against other writers until the transaction ends.
   * @throws PERSON_NOT_FOUND for a person whom the actor may not see, exactly as for an unknown id; OUT_OF_REACH for one whom they may only see.
   */
  async require(tx: Tx, action: PersonAction, id: Id): Promise<PersonRow> {
    if (!(await this.seesIn(tx, id))) throw PersonErrors.PERSON_NOT_FOUND({ id });
    const person = await lockPerson(tx, id);
    await this.rights.require(tx, action, person.unitId);
    return person;
  }

  /** `require`, and the person still has the version that the sender has read. @throws STALE_VERSION */
  async requireSeen(tx: Tx, action: PersonAction, { id, expectedVersion }: SeenPerson): Promise<PersonRow> {
    const person = await this.require(tx, action, id);
    requireVersion(expectedVersion, person.version);
    return person;
  }

  /** Requires the right to record people of this unit; `null`, an unknown unit, requires the right to the whole registry. @throws PERSON_UNIT_MISSING, OUT_OF_REACH */
  async requireUnit(tx: Tx, unitId: Id | null): Promise<void> {
    const reaches = await this.rights.reaches(tx.actor, 'person.edit');
    if (unitId === null && !reaches(null)) throw PersonErrors.PERSON_UNIT_MISSING().at('unitId');
    await this.rights.require(tx, 'person.edit', unitId);
  }
}
