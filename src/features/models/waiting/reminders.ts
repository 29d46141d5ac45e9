import type { Type } from '@nestjs/common';
import type { Sql } from '../../../platform/database/sql.js';
import type { Bilingual } from '../../../shared/language.js';
import { describe, type Term } from '../../../shared/terms.js';
import type { Part, Reach } from './waiting.part.js';

/** Something besides the steps of files that a model waits for, or a thing of another chapter; the chapter that it belongs to says which. */
export interface Reminder {
  /** `answerStillAlive`; clients write it as ANSWER_STILL_ALIVE. */
  readonly step: string;
  readonly label: Bilingual;
  readonly term: Term;
  /** What waits, where it is no model. Such things are no part of a list that is narrowed to a unit. */
  readonly thing?: { readonly name: string; readonly type: Type };
  /** The right that the step takes. */
  readonly action: string;
  /**
   * The models, or the things, that wait for it.
   * @param reach the units at which the caller may take the step. @param day today. @param narrowed further conditions on the model `m`.
   */
  readonly part: (reach: Reach, day: Sql, narrowed: readonly Sql[]) => Part;
}

/** The name of a step to clients: `openAppraisal` is OPEN_APPRAISAL. */
export const stepName = (step: string): string => step.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase();

/** The values of the enum `WaitingStepName`, complete once all chapters are loaded, and their descriptions in the schema. */
export const WaitingStepName: Record<string, string> = {};
export const stepDescriptions: Record<string, { readonly description: string }> = {};

const known = new Map<string, Reminder>();

/** Declares a reminder, where the module of its chapter is loaded. */
export function declareReminder(reminder: Reminder): void {
  const name = stepName(reminder.step);
  WaitingStepName[name] = reminder.step;
  stepDescriptions[name] = { description: describe(reminder.term) };
  known.set(reminder.step, reminder);
}

/** The things of other chapters that can wait. */
export const waitingThings = (): readonly NonNullable<Reminder['thing']>[] => {
  const things = reminders().flatMap(({ thing }) => (thing ? [thing] : []));
  return [...new Map(things.map(thing => [thing.name, thing])).values()];
};

export const reminders = (): readonly Reminder[] => [...known.values()];

/** `undefined`: the step is one of a file, or of a round. */
export const reminderOf = (step: string): Reminder | undefined => known.get(step);
