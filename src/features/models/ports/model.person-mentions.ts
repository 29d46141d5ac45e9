import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import { PersonalDataGatherer, type PersonMentions } from '../../people/personal-data.gatherer.js';

/** Answers a port of people: the models of a person, for the printout of all data held about them. */
@Injectable()
export class ModelPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Mô hình, điển hình';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = async (tx: Tx, personId: Id): Promise<string[]> => {
    const rows = await tx.query<{ line: string }>(
      `select code || ' ' || title as line from emulation_model where person_id = $1 order by code collate vi_natural`,
      [personId],
    );
    return rows.map(row => row.line);
  };
}
