import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { RightHolders } from '../../../platform/access/right-holders.port.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { sql } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { parsePartialDate, type LocalDate } from '../../../shared/dates.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { ModelErrors } from '../../models/model.errors.js';
import { ModelRights } from '../../models/model-rights.js';
import { lockModel, type LockedModel } from '../../models/model.store.js';
import { modelView } from '../../models/model.view.js';
import { StillAliveAnswerEntity } from './still-alive-answer.entity.js';
import { StillAliveErrors } from './still-alive.errors.js';
import { countQuestions, dayOfYear, questionsTo, type Question } from './still-alive.finder.js';
import type { StillAlive, StillAliveCounts } from './still-alive.graphql.js';
import { ANSWER, type StillAliveAnswerKind, type StillAliveSilence } from './still-alive.js';
import { RunningSteps } from './running-steps.js';

export interface GivenAnswer {
  readonly modelId: Id;
  readonly year: number | null;
  readonly on: LocalDate | null;
  readonly answer: StillAliveAnswerKind;
  readonly words: string | null;
  readonly figureName: string | null;
  readonly figure: string | null;
}

type Load = (keys: readonly string[]) => Promise<(StillAlive | null)[]>;
const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** The yearly question whether recognised models still run. */
@Injectable()
export class StillAliveService {
  private readonly load: Load = keys => this.statesOf(keys);

  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly models: ModelRights,
    private readonly scopes: Scopes,
    private readonly holders: RightHolders,
    private readonly running: RunningSteps,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. */
  answer(actor: Actor, given: GivenAnswer, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'answerStillAlive', input: given }, async tx => {
      const { modelId, answer } = given;
      const model = await lockModel(tx, modelId);
      if (!model || !(await this.models.seesIn(tx, modelId))) throw ModelErrors.MODEL_NOT_FOUND({ id: modelId });
      await this.rights.require(tx, ANSWER, model.unitId);
      const year = given.year ?? yearOf(tx.today);
      const on = given.on ?? tx.today;
      const problems = new Problems();
      if (model.gone) throw ModelErrors.MODEL_IN_TRASH();
      await this.checkQuestion(tx, { modelId, year, on }, problems);
      const words = given.words === null ? null : cleanText(given.words);
      const figureName = given.figureName === null ? null : cleanText(given.figureName);
      if (answer !== 'RUNNING' && words === null) problems.add(StillAliveErrors.STILL_ALIVE_NEEDS_WORDS().at('words'));
      if ((figureName === null) !== (given.figure === null)) problems.add(StillAliveErrors.STILL_ALIVE_FIGURE_NAMED().at('figureName'));
      problems.refuseIfAny();
      await this.follow(tx, modelId, model, { answer, on, words });
      const id = newId();
      const row = { modelId, year, onDay: on, answer, words, figureName, figure: given.figure };
      await tx.manager.insert(StillAliveAnswerEntity, { id, unitId: model.unitId, ...row });
      await tx.audit({ action: 'stillAlive.answered', object: { type: 'StillAliveAnswer', id }, unitId: model.unitId, after: row });
      return id;
    });
  }

  /** Loads the questions to the models of a page together, by `keyOf`. */
  get loader(): Load {
    return this.load;
  }

  keyOf(id: Id, year: number | null | undefined): string {
    return `${year ?? yearOf(this.db.today())} ${id}`;
  }

  async counts(actor: Actor, unitId: Id | null, given: number | null | undefined): Promise<StillAliveCounts> {
    const today = this.db.today();
    const year = given ?? yearOf(today);
    const none = { running: 0, changed: 0, stopped: 0, notAskedYet: 0, unanswered: 0, nobodyToAnswer: 0 };
    if (year > yearOf(today)) return { year, ...none };
    const visibility = await this.scopes.visibility(actor, modelView, sql`m`, 3);
    const counts = await countQuestions(this.db.rows, unitId, dayOfYear(year, today), visibility);
    const silent = await this.holders.unitsWithout(
      ANSWER,
      counts.map(one => one.unitId),
    );
    const sum = (keep: (one: (typeof counts)[number]) => boolean): number => counts.filter(keep).reduce((total, { n }) => total + n, 0);
    const open = (one: (typeof counts)[number]): boolean => one.answer === null && one.asked;
    return {
      year,
      running: sum(({ answer }) => answer === 'RUNNING'),
      changed: sum(({ answer }) => answer === 'CHANGED'),
      stopped: sum(({ answer }) => answer === 'STOPPED'),
      notAskedYet: sum(({ answer, asked }) => answer === null && !asked),
      unanswered: sum(one => open(one) && !silent.has(one.unitId)),
      nobodyToAnswer: sum(one => open(one) && silent.has(one.unitId)),
    };
  }

  /** The question is asked of the model in that year, on a day that has come, and once. */
  private async checkQuestion(
    tx: Tx,
    { modelId, year, on }: { readonly modelId: Id; readonly year: number; readonly on: LocalDate },
    problems: Problems,
  ): Promise<void> {
    const [question] = year > yearOf(tx.today) ? [] : await questionsTo(tx.query, [modelId], dayOfYear(year, tx.today));
    if (!question || question.askedOn === null) {
      problems.add(StillAliveErrors.STILL_ALIVE_NOT_ASKED({ year }).at('year'));
      return;
    }
    const { askedOn, answerId } = question;
    if (answerId !== null) problems.add(StillAliveErrors.STILL_ALIVE_ANSWERED({ year }).at('year'));
    else if (askedOn > tx.today) problems.add(StillAliveErrors.STILL_ALIVE_NOT_ASKED_YET({ date: askedOn }).at('year'));
    else if (on < askedOn || on > tx.today) problems.add(StillAliveErrors.STILL_ALIVE_DAY({ date: on, asked: askedOn }).at('on'));
  }

  /** How the model runs is said by its steps alone: an answer that says otherwise takes the step that its unit would take. */
  private async follow(
    tx: Tx,
    id: Id,
    model: LockedModel,
    { answer, on, words }: Pick<GivenAnswer, 'answer' | 'words'> & { readonly on: LocalDate },
  ): Promise<void> {
    const lives = answer !== 'STOPPED';
    await this.running.reach(tx, { id, model, lives, on: parsePartialDate(on)!, reason: words });
  }

  private async statesOf(keys: readonly string[]): Promise<(StillAlive | null)[]> {
    const today = this.db.today();
    const found = new Map<string, StillAlive>();
    for (const year of new Set(keys.map(key => Number(key.slice(0, 4))))) {
      if (year > yearOf(today)) continue;
      const ids = keys.filter(key => Number(key.slice(0, 4)) === year).map(key => key.slice(5));
      const day = dayOfYear(year, today);
      const questions = await questionsTo(this.db.rows, ids, day);
      const silent = await this.holders.unitsWithout(
        ANSWER,
        questions.map(({ unitId }) => unitId),
      );
      for (const question of questions) {
        const { id, askedOn, answer } = question;
        found.set(`${year} ${id}`, { year, askedOn, answer, silence: silenceOf(question, silent, day) });
      }
    }
    return keys.map(key => found.get(key) ?? null);
  }
}

function silenceOf({ answer, askedOn, unitId }: Question, silent: ReadonlySet<Id>, day: LocalDate): StillAliveSilence | null {
  if (answer !== null) return null;
  if (askedOn === null || askedOn > day) return 'NOT_ASKED_YET';
  return silent.has(unitId) ? 'NOBODY_TO_ANSWER' : 'UNANSWERED';
}
