import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { labelsOf } from '../../shared/terms.js';
import type { Id } from '../../shared/ids.js';
import { period } from '../../shared/writing.js';
import { PersonalDataGatherer, type PersonMentions } from '../people/personal-data.gatherer.js';
import { termsOfPerson } from './council.store.js';
import { councilTerms } from './council.terms.js';

const ROLES = labelsOf(councilTerms.CouncilRole);

/** Answers a port of people: the terms of a person in councils, for the printout of all data held about them. */
@Injectable()
export class CouncilPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Hội đồng';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = async (tx: Tx, personId: Id): Promise<string[]> =>
    (await termsOfPerson(tx.query, personId)).map(({ council, role, days }) => `${ROLES[role]}, ${council} (${period(days, 'vi')})`);
}
