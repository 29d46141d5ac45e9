import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { labelsOf } from '../../../shared/terms.js';
import type { Id } from '../../../shared/ids.js';
import { PersonalDataGatherer, type PersonMentions } from '../../people/personal-data.gatherer.js';
import type { ConflictReason } from '../evaluation.kinds.js';
import { evaluationTerms } from '../evaluation.terms.js';

const REASONS = labelsOf(evaluationTerms.ConflictReason);

/** Answers a port of people: what a person was assigned to score, and conflicts of interest that are recorded about them. */
@Injectable()
export class EvaluationPersonMentions implements OnModuleInit, PersonMentions {
  readonly title = 'Chấm điểm, xung đột lợi ích';

  constructor(private readonly gatherer: PersonalDataGatherer) {}

  onModuleInit(): void {
    this.gatherer.register(this);
  }

  readonly linesOf = async (tx: Tx, personId: Id): Promise<string[]> => {
    const assigned = await tx.query<{ line: string }>(
      `select r.name || ', số ' || e.number as line from appraisal_assignment a join evaluation e on e.id = a.evaluation_id
         join appraisal_round r on r.id = e.round_id where a.person_id = $1 order by r.opened_on, e.number`,
      [personId],
    );
    const conflicts = await tx.query<{ line: string; reason: ConflictReason; words: string | null }>(
      `select r.name || ', số ' || e.number as line, c.reason, c.words from appraisal_conflict c join evaluation e on e.id = c.evaluation_id
         join appraisal_round r on r.id = e.round_id where c.person_id = $1 order by r.opened_on, e.number, c.reason`,
      [personId],
    );
    return [
      ...assigned.map(({ line }) => `Được phân công chấm: ${line}`),
      ...conflicts.map(({ line, reason, words }) => `Xung đột lợi ích: ${line}, ${REASONS[reason]}${words === null ? '' : ` (${words})`}`),
    ];
  };
}
