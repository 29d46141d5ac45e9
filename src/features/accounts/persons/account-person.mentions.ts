import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { period } from '../../../shared/writing.js';
import { PersonalDataGatherer, type PersonMentions } from '../../people/personal-data.gatherer.js';
import { accountsOfPerson } from './account-person.store.js';

/** Answers a port of people: the accounts of a person, for the printout of all data held about them. */
@Injectable()
export class AccountPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Tài khoản';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = async (tx: Tx, personId: Id): Promise<string[]> =>
    (await accountsOfPerson(tx.query, personId)).map(({ name, period: days }) => `${name} (${period(days, 'vi')})`);
}
