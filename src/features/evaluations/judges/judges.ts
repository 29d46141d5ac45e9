import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { CouncilsReader } from '../../councils/councils.reader.js';
import { PersonRights } from '../../people/person-rights.js';
import type { OpenEntry } from '../appraisal-guard.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import type { ConflictReason } from '../evaluation.kinds.js';
import { conflictsOf, isAssigned } from './appraisal-judge.store.js';
import { conflictsKnown } from './conflicts.finder.js';
import { namesOfPeople } from './people.finder.js';

/** Conflicts by entry and person; those that a second person overrode are not among them. */
export interface StandingConflicts {
  of(evaluationId: Id, personId: Id): readonly ConflictReason[];
}

const key = (evaluationId: Id, personId: Id): string => `${evaluationId} ${personId}`;

/** Who may score what. */
@Injectable()
export class Judges {
  constructor(
    private readonly councils: CouncilsReader,
    private readonly people: PersonRights,
  ) {}

  /** What is recorded and what is known today, without what was overridden. */
  async conflicts(query: QueryRows, evaluationIds: readonly Id[], personIds: readonly Id[], day: LocalDate): Promise<StandingConflicts> {
    const [recorded, known] = [await conflictsOf(query, evaluationIds), await conflictsKnown(query, { evaluationIds, personIds, day })];
    const overridden = new Set(recorded.filter(one => one.overridden).map(one => `${key(one.evaluationId, one.personId)} ${one.reason}`));
    const standing = new Map<string, Set<ConflictReason>>();
    for (const { evaluationId, personId, reason } of [...recorded, ...known]) {
      const of = key(evaluationId, personId);
      if (!overridden.has(`${of} ${reason}`)) standing.set(of, (standing.get(of) ?? new Set()).add(reason));
    }
    return { of: (evaluationId, personId) => [...(standing.get(key(evaluationId, personId)) ?? [])] };
  }

  /** @throws unless the person is assigned, in term, and without a conflict of interest */
  async requireMayScore(tx: Tx, { round, entry }: OpenEntry, personId: Id): Promise<void> {
    if (!(await isAssigned(tx, entry.id, personId)))
      throw EvaluationErrors.APPRAISAL_NOT_ASSIGNED({ person: await this.nameOf(tx, personId), number: entry.number }).at('evaluationId');
    const members = round.councilId === null ? null : await this.councils.membersOn(tx.query, round.councilId, tx.today);
    if (members && !members.some(member => member.personId === personId))
      throw EvaluationErrors.APPRAISAL_NOT_A_MEMBER({ person: await this.nameOf(tx, personId), day: tx.today }).at('evaluationId');
    const reasons = (await this.conflicts(tx.query, [entry.id], [personId], tx.today)).of(entry.id, personId);
    if (reasons.length > 0)
      throw EvaluationErrors.APPRAISAL_IN_CONFLICT({ person: await this.nameOf(tx, personId), reasons }).at('evaluationId');
  }

  /** Of a person whom the actor does not see, no more than of an unknown id. */
  async nameOf(tx: Tx, personId: Id): Promise<string> {
    if (!(await this.people.seesIn(tx, personId))) return '?';
    return (await namesOfPeople(tx.query, [personId])).get(personId) ?? '?';
  }
}
