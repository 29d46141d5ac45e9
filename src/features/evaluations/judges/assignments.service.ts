import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { CouncilsReader } from '../../councils/councils.reader.js';
import { personView } from '../../people/person.view.js';
import { AppraisalGuard, requireAllowed } from '../appraisal-guard.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import type { AssignedHow } from '../evaluation.kinds.js';
import { entriesOf, raiseRound, type EntryRow, type RoundRow } from '../evaluation.store.js';
import { AppraisalAssignmentEntity, AppraisalConflictEntity } from './appraisal-judge.entity.js';
import { assignmentsOf, conflictsOf, type Assignment } from './appraisal-judge.store.js';
import { drawAtRandom, drawBalanced, type Drawn } from './drawing.js';
import { Judges, type StandingConflicts } from './judges.js';
import { namesOfPeople } from './people.finder.js';

export interface GivenAssignments {
  readonly roundId: Id;
  readonly how: AssignedHow;
  /** By hand: who scores what. */
  readonly byHand: readonly { readonly evaluationId: Id; readonly personIds: readonly Id[] }[];
  /** Drawn: how many score each entry. */
  readonly perEntry: number | null;
  /** Drawn: among whom; none: among all members in term. */
  readonly personIds: readonly Id[];
  readonly seed: string | null;
}

/** Assigns entries to people: as named in the input, by lot, or evenly. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly guard: AppraisalGuard,
    private readonly judges: Judges,
    private readonly councils: CouncilsReader,
    private readonly scopes: Scopes,
  ) {}

  assign(actor: Actor, given: GivenAssignments): Promise<Id> {
    return this.db.tx(actor, tx => this.assignIn(tx, given));
  }

  /** The same within the caller’s transaction. @throws Refusal with all problems by path; then nobody is assigned. */
  async assignIn(tx: Tx, given: GivenAssignments): Promise<Id> {
    const { roundId, how } = given;
    const round = await this.guard.round(tx, roundId, 'appraisal.manage');
    const entries = await entriesOf(tx, roundId);
    requireAllowed(round, 'assign', { entries: entries.length });
    const problems = new Problems();
    const people = await this.people(tx, round, given, problems);
    // By hand, everything that is wrong is said at once; a drawing among the wrong people says nothing.
    if (how !== 'BY_HAND') problems.refuseIfAny();
    const before = await assignmentsOf(tx.query, roundId);
    const conflicts = await this.judges.conflicts(tx.query, entries.map(({ id }) => id), people, tx.today); // prettier-ignore
    const names = await namesOfPeople(tx.query, people);
    const seed = how === 'BY_HAND' ? null : given.seed === null ? roundId : cleanText(given.seed);
    const chosen =
      how === 'BY_HAND'
        ? byHand(given, { entries, conflicts, names, problems })
        : drawn(given, seed!, { entries, people, before, conflicts, problems });
    problems.refuseIfAny();
    const known = new Set(before.map(one => `${one.evaluationId} ${one.personId}`));
    const added = chosen.filter(one => !known.has(`${one.evaluationId} ${one.personId}`));
    if (added.length === 0) return tx.unchanged(roundId);
    const common = { hostId: round.unitId, how, seed, assignedOn: tx.today, assignedBy: tx.actor.name };
    for (let i = 0; i < added.length; i += BATCH)
      await tx.manager.insert(AppraisalAssignmentEntity, added.slice(i, i + BATCH).map(one => ({ ...one, ...common }))); // prettier-ignore
    if (how !== 'BY_HAND') await this.recordConflicts(tx, round, entries, people, conflicts);
    await raiseRound(tx, roundId);
    const after = { how, seed, assigned: added.length };
    await tx.audit({ action: 'appraisalRound.assigned', object: { type: 'AppraisalRound', id: roundId }, unitId: round.unitId, after });
    return roundId;
  }

  /** Who is passed over in a drawing because of a conflict is recorded with the reason. */
  private async recordConflicts(
    tx: Tx,
    { unitId }: RoundRow,
    entries: readonly EntryRow[],
    people: readonly Id[],
    conflicts: StandingConflicts,
  ): Promise<void> {
    const recorded = new Set((await conflictsOf(tx.query, entries.map(({ id }) => id))).map(one => `${one.evaluationId} ${one.personId} ${one.reason}`)); // prettier-ignore
    const common = { hostId: unitId, declared: false, foundOn: tx.today, foundBy: tx.actor.name, foundById: null };
    const rows = entries.flatMap(({ id: evaluationId }) =>
      people.flatMap(personId => conflicts.of(evaluationId, personId).map(reason => ({ evaluationId, personId, reason, ...common }))),
    );
    const fresh = rows.filter(one => !recorded.has(`${one.evaluationId} ${one.personId} ${one.reason}`));
    for (let i = 0; i < fresh.length; i += BATCH) await tx.manager.insert(AppraisalConflictEntity, fresh.slice(i, i + BATCH));
  }

  /** Everybody named: members in term where the round has a council. */
  private async people(tx: Tx, { councilId }: RoundRow, given: GivenAssignments, problems: Problems): Promise<readonly Id[]> {
    const members = councilId === null ? null : await this.councils.membersOn(tx.query, councilId, tx.today);
    const named: [Id, (string | number)[]][] =
      given.how === 'BY_HAND'
        ? given.byHand.flatMap(({ personIds }, i) =>
            personIds.map((id, j): [Id, (string | number)[]] => [id, ['byHand', i, 'personIds', j]]),
          )
        : given.personIds.map((id, i) => [id, ['personIds', i]]);
    const names = await namesOfPeople(tx.query, named.map(([id]) => id)); // prettier-ignore
    for (const [id, path] of named) {
      const isMember = members?.some(({ personId }) => personId === id) ?? false;
      if (!isMember && !(await this.scopes.sees(tx, personView, id))) throw EvaluationErrors.APPRAISAL_PERSON_NOT_FOUND({ id }).at(...path);
      if (members && !isMember)
        problems.add(EvaluationErrors.APPRAISAL_NOT_A_MEMBER({ person: names.get(id) ?? '?', day: tx.today }).at(...path));
    }
    if (named.length > 0 || given.how === 'BY_HAND') return [...new Set(named.map(([id]) => id))];
    return (members ?? []).map(({ personId }) => personId);
  }
}

const BATCH = 1000;

function byHand(
  { byHand: given }: GivenAssignments,
  { entries, conflicts, names, problems }: { readonly entries: readonly EntryRow[]; readonly conflicts: StandingConflicts; readonly names: ReadonlyMap<Id, string>; readonly problems: Problems }, // prettier-ignore
): Assignment[] {
  const known = new Set(entries.map(({ id }) => id));
  return given.flatMap(({ evaluationId, personIds }, i) => {
    if (!known.has(evaluationId)) problems.add(EvaluationErrors.APPRAISAL_ENTRY_OF_ANOTHER_ROUND().at('byHand', i, 'evaluationId'));
    return personIds.map((personId, j) => {
      const reasons = conflicts.of(evaluationId, personId);
      if (reasons.length > 0)
        problems.add(
          EvaluationErrors.APPRAISAL_IN_CONFLICT({ person: names.get(personId) ?? '?', reasons }).at('byHand', i, 'personIds', j),
        );
      return { evaluationId, personId };
    });
  });
}

function drawn(
  { how, perEntry }: GivenAssignments,
  seed: string,
  { entries, people, before, conflicts, problems }: { readonly entries: readonly EntryRow[]; readonly people: readonly Id[]; readonly before: readonly Assignment[]; readonly conflicts: StandingConflicts; readonly problems: Problems }, // prettier-ignore
): Assignment[] {
  const load = new Map<Id, number>();
  const of = new Map<Id, Set<Id>>();
  for (const { evaluationId, personId } of before) {
    load.set(personId, (load.get(personId) ?? 0) + 1);
    of.set(evaluationId, (of.get(evaluationId) ?? new Set()).add(personId));
  }
  const asked = perEntry ?? people.length;
  const wanted = entries.map(({ id, number }): Drawn => {
    const already = of.get(id) ?? new Set<Id>();
    const free = people.filter(person => !already.has(person) && conflicts.of(id, person).length === 0);
    // Without a number, everybody scores who may.
    const needed = perEntry === null ? free.length : Math.max(0, asked - already.size);
    if (free.length < needed)
      problems.add(EvaluationErrors.APPRAISAL_TOO_FEW_JUDGES({ number, free: free.length + already.size, needed: asked }).at('perEntry'));
    return { evaluationId: id, number, free, needed };
  });
  const chosen = how === 'RANDOM' ? drawAtRandom(wanted, seed) : drawBalanced(wanted, seed, load);
  return [...chosen].flatMap(([evaluationId, personIds]) => personIds.map(personId => ({ evaluationId, personId })));
}
