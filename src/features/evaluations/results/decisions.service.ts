import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { requireVersion } from '../../../platform/database/expected-version.js';
import type { Tx } from '../../../platform/database/tx.js';
import { errorOf } from '../../../platform/errors/catalogue.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import type { Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { readPoints } from '../../criteria/rules/points.js';
import { questionsOf } from '../../criteria/rules/score.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { AppraisalGuard, requireAllowed } from '../appraisal-guard.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import { lockEntry, lockRound, raiseRound, type EntryRow } from '../evaluation.store.js';
import { VersionContents } from '../version-contents.js';
import { setDecidedGrade, setFacts, setTieOrder, sharing, type StatedFacts } from './decisions.store.js';
import { renewRunning } from './running-result.js';

/** What staff state of an entry in addition to the sheets: bonus and penalty, and answers to knock-outs, caps and conditions. */
export interface GivenFacts {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly bonus: string;
  readonly penalty: string;
  readonly answers: readonly { readonly code: string; readonly holds: boolean }[];
  readonly basis: string;
}

/** What people add where the text asks them: facts before the round is closed, and decisions about what the text leaves open. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly db: Database,
    private readonly guard: AppraisalGuard,
    private readonly contents: VersionContents,
  ) {}

  stateFacts(actor: Actor, given: GivenFacts): Promise<Id> {
    return this.db.tx(actor, tx => this.stateFactsIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async stateFactsIn(tx: Tx, { id, expectedVersion, basis, ...given }: GivenFacts): Promise<Id> {
    const { round, entry } = await this.guard.entry(tx, id);
    await this.guard.requireAtHost(tx, 'appraisal.manage', round);
    requireVersion(expectedVersion, entry.version);
    requireAllowed(round, 'score');
    const content = await this.contents.of(tx.query, round.criteriaVersionId);
    const problems = new Problems();
    for (const name of ['bonus', 'penalty'] as const) adjustmentProblems(content, name, given[name], problems);
    const questions = questionsOf(content);
    given.answers.forEach(({ code }, i) => {
      if (!questions.includes(code)) problems.add(EvaluationErrors.APPRAISAL_ANSWER_UNKNOWN({ code }).at('answers', i, 'code'));
    });
    problems.refuseIfAny();
    const answers = Object.fromEntries(given.answers.map(({ code, holds }) => [code, holds]));
    const before = factsOf(entry);
    const after: StatedFacts = { bonus: given.bonus, penalty: given.penalty, answers, factsBasis: cleanText(basis) };
    if (isDeepStrictEqual(before, after)) return tx.unchanged(id);
    await setFacts(tx, id, after);
    await renewRunning(tx, content, round, id);
    await tx.audit({ action: 'evaluation.factsStated', object: { type: 'Evaluation', id }, unitId: entry.unitId, before, after });
    return id;
  }

  /** A grade where the text gives none, or where the last place of a quota falls into a tie. */
  decideGrade(
    actor: Actor,
    { id, expectedVersion }: { readonly id: Id; readonly expectedVersion: number },
    grade: string,
    reason: string,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { round, entry } = await this.guard.entry(tx, id);
      await this.guard.requireAtHost(tx, 'appraisal.decide', round);
      requireVersion(expectedVersion, entry.version);
      requireAllowed(round, 'decide');
      const content = await this.contents.of(tx.query, round.criteriaVersionId);
      if (!entry.undecided) throw EvaluationErrors.APPRAISAL_TEXT_DECIDES({ grade: nameOf(content, entry.grade) }).at('id');
      if (!content.grades.some(({ code }) => code === grade)) throw EvaluationErrors.APPRAISAL_GRADE_UNKNOWN({ code: grade }).at('grade');
      await setDecidedGrade(tx, id, grade, cleanText(reason));
      const change = { before: { grade: entry.decidedGrade }, after: { grade }, reason: cleanText(reason) };
      await tx.audit({ action: 'evaluation.gradeDecided', object: { type: 'Evaluation', id }, unitId: entry.unitId, ...change });
      return id;
    });
  }

  /** @param ids all entries that share a rank, in the order decided. @returns the round */
  decideTie(actor: Actor, roundId: Id, ids: readonly Id[], reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      await this.guard.round(tx, roundId, 'appraisal.decide');
      const round = await lockRound(tx, roundId, 'update');
      requireAllowed(round, 'decide');
      const entries: EntryRow[] = [];
      for (const id of new Set(ids)) entries.push(await lockEntry(tx, id));
      // One that does not exist is refused as one of another round, which the caller may not see.
      if (entries.some(entry => entry?.roundId !== roundId)) throw EvaluationErrors.APPRAISAL_ENTRY_OF_ANOTHER_ROUND().at('evaluationIds');
      const [first] = entries;
      const isWhole =
        first?.rank != null && entries.every(({ tied, rank }) => tied && rank === first.rank) && entries.length === ids.length;
      if (!isWhole || (await sharing(tx, roundId, first.rank!)) !== entries.length)
        throw EvaluationErrors.APPRAISAL_NOT_TIED().at('evaluationIds');
      await setTieOrder(tx, entries.map(({ id }) => id), first.rank!, cleanText(reason)); // prettier-ignore
      await raiseRound(tx, roundId);
      const after = { order: entries.map(({ number }) => number), from: first.rank };
      await tx.audit({ action: 'appraisalRound.tieDecided', object: { type: 'AppraisalRound', id: roundId }, unitId: round.unitId, after, reason: cleanText(reason) }); // prettier-ignore
      return roundId;
    });
  }
}

const nameOf = ({ grades }: VersionContent, grade: string | null): string => grades.find(({ code }) => code === grade)?.name ?? '–';

const factsOf = ({
  bonus,
  penalty,
  answers,
  factsBasis,
}: EntryRow): Omit<StatedFacts, 'factsBasis'> & { readonly factsBasis: string | null } => ({
  bonus,
  penalty,
  answers,
  factsBasis,
});

function adjustmentProblems(content: VersionContent, name: 'bonus' | 'penalty', text: string, problems: Problems): void {
  const points = readPoints(text, content.places);
  if (!points) problems.add(errorOf('POINTS_NOT_READABLE', { text, places: content.places }).at(name));
  else if (content[name] === null && !points.isZero) problems.add(EvaluationErrors.APPRAISAL_NOTHING_TO_ADJUST().at(name));
}
