import { Injectable } from '@nestjs/common';
import { Rights } from '../../platform/access/rights.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Id } from '../../shared/ids.js';
import { PersonErrors } from './person.errors.js';
import { lockPerson, type PersonRow, type SeenPerson } from './person.store.js';
import { personView } from './person.view.js';

/** What is done with people, each at the unit that the person stands with. */
type PersonAction = 'person.edit' | 'person.readProtected' | 'person.writeProtected';

/** Whether an actor may do something with a person: the question of every command on people. */
@Injectable()
export class PersonRights {
  constructor(
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** Whether the actor sees the person. One that does not exist is not seen. */
  seesIn(tx: Tx, id: Id): Promise<boolean> {
    return this.scopes.sees(tx, personView, id);
  }

  /**
   * The person, if the actor may do it at their unit; held against other writers until the transaction ends.
   * @throws PERSON_NOT_FOUND for one whom the actor does not see, exactly as for one that does not exist; OUT_OF_REACH for one whom they only see.
   */
  async require(tx: Tx, action: PersonAction, id: Id): Promise<PersonRow> {
    if (!(await this.seesIn(tx, id))) throw PersonErrors.PERSON_NOT_FOUND({ id });
    const person = await lockPerson(tx, id);
    await this.rights.require(tx, action, person.unitId);
    return person;
  }

  /** The same, where they still are what the sender has seen. @throws STALE_VERSION, too. */
  async requireSeen(tx: Tx, action: PersonAction, { id, expectedVersion }: SeenPerson): Promise<PersonRow> {
    const person = await this.require(tx, action, id);
    requireVersion(expectedVersion, person.version);
    return person;
  }

  /** May the actor let a person stand with this unit? With none known, only whoever has the whole registry. @throws PERSON_UNIT_MISSING, OUT_OF_REACH. */
  async requireUnit(tx: Tx, unitId: Id | null): Promise<void> {
    const reaches = await this.rights.reaches(tx.actor, 'person.edit');
    if (unitId === null && !reaches(null)) throw PersonErrors.PERSON_UNIT_MISSING().at('unitId');
    await this.rights.require(tx, 'person.edit', unitId);
  }
}
