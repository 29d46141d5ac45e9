import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { PersonalDataGatherer, type PersonMentions } from '../../features/people/personal-data.gatherer.js';
import type { Id } from '../../shared/ids.js';
import { viewsOfPerson } from './saved-view.store.js';

/** Answers a port of people: the views that a person has saved, for the printout of all data held about them. */
@Injectable()
export class SavedViewPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Bộ lọc đã lưu';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = (tx: Tx, personId: Id): Promise<string[]> => viewsOfPerson(tx.query, personId);
}
