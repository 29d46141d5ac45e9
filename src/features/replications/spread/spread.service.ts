import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { sql } from '../../../platform/database/sql.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { isLocalDate, parsePartialDate, type LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { modelView } from '../../models/model.view.js';
import { findCopies, findObservations, findStarts, type SpreadCopy } from './spread.finder.js';
import type { Spread } from './spread.graphql.js';
import { fateAfter, type Observation } from './survival.js';

const YEARS = [1, 2, 3];
const MS_A_DAY = 86_400_000;

type Load = (keys: readonly string[]) => Promise<Spread[]>;

/** How far models have spread, as the caller sees it: a copy that they do not see, and what copies it, is none to them. */
@Injectable()
export class Spreads {
  private readonly loads = new WeakMap<Actor, Load>();

  constructor(
    private readonly db: Database,
    private readonly scopes: Scopes,
  ) {}

  /** The key of a model on a day, for `loadFor`. */
  readonly keyOf = (id: Id, day: LocalDate): string => `${day} ${id}`;

  /** Loads the models of a page together. The same function for the same actor, so that the fields of an answer share a batch. */
  loadFor(actor: Actor): Load {
    let load = this.loads.get(actor);
    if (!load) this.loads.set(actor, (load = keys => this.load(actor, keys)));
    return load;
  }

  private async load(actor: Actor, keys: readonly string[]): Promise<Spread[]> {
    const visibility = await this.scopes.visibility(actor, modelView, sql`c`, 2);
    const found = new Map<string, Spread>();
    for (const day of new Set(keys.map(key => key.split(' ')[0]!))) {
      const models = keys.filter(key => key.startsWith(day)).map(key => key.split(' ')[1]!);
      const copies = await findCopies(this.db.rows, models, day, visibility);
      const starts = await findStarts(this.db.rows, models);
      const observed = await findObservations(this.db.rows, [...new Set(copies.map(({ id }) => id))], day);
      for (const id of models) {
        const own = copies.filter(({ top }) => top === id);
        found.set(this.keyOf(id, day), spreadOf(starts.get(id), own, observed, day));
      }
    }
    return keys.map(key => found.get(key)!);
  }
}

function spreadOf(
  start: string | undefined,
  copies: readonly SpreadCopy[],
  observed: ReadonlyMap<Id, readonly Observation[]>,
  day: LocalDate,
): Spread {
  const direct = copies.filter(({ depth }) => depth === 1);
  const dated = copies.flatMap(({ id, began }) => (began === null ? [] : [{ id, began: parsePartialDate(began)!.latest }]));
  const survival = YEARS.map(years => {
    const fates = dated.map(({ id, began }) => fateAfter(years, began, observed.get(id) ?? [], day)).filter(fate => fate !== undefined);
    const countOf = (wanted: string): number => fates.filter(fate => fate === wanted).length;
    return { years, copies: fates.length, alive: countOf('ALIVE'), stopped: countOf('STOPPED'), unknown: countOf('UNKNOWN') };
  });
  return {
    directCopies: direct.length,
    copies: copies.length,
    depth: Math.max(0, ...copies.map(({ depth }) => depth)),
    daysToFirstCopy: daysBetween(start, direct),
    undated: copies.length - dated.length,
    survival,
  };
}

function daysBetween(start: string | undefined, direct: readonly SpreadCopy[]): number | null {
  const [first] = direct.flatMap(({ began }) => (began !== null && isLocalDate(began) ? [began] : [])).toSorted();
  if (first === undefined || start === undefined || !isLocalDate(start)) return null;
  return (Date.parse(first) - Date.parse(start)) / MS_A_DAY;
}
