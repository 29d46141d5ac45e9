import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { newId } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { CalendarErrors } from './calendar.errors.js';
import { enteredDays, insertYear, lockYear, replaceDays, updateYear, type EnteredDay } from './calendar.store.js';
import { isWeekend } from './working-days.js';

export interface GivenYear {
  readonly year: number;
  readonly act: string;
  readonly verified: boolean;
  readonly days: readonly EnteredDay[];
  readonly expectedVersion: number | null;
  readonly reason: string | null;
}

/** Enters the movable days of a year. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with all problems; then nothing is written. @returns the year */
  setYear(actor: Actor, given: GivenYear): Promise<number> {
    const { year, verified, expectedVersion } = given;
    const days = given.days.map(day => ({ ...day, name: cleanText(day.name) })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
    const after = { year, act: cleanText(given.act), verified, days };
    return this.db.tx(actor, async tx => {
      await this.rights.require(tx, 'calendar.edit', null);
      const known = await lockYear(tx, year);
      if (known && expectedVersion !== null) requireVersion(expectedVersion, known.version);
      const problems = new Problems();
      checkDays(given, problems);
      const before = known && {
        year,
        act: known.act,
        verified: known.verified,
        days: (await enteredDays(tx.query, [year])).map(({ day, kind, name }) => ({ day, kind, name })),
      };
      if (before && isDeepStrictEqual(before, after)) return tx.unchanged(year);
      if (known && (expectedVersion === null || given.reason === null)) problems.add(CalendarErrors.CALENDAR_NEEDS_REASON().at('reason'));
      problems.refuseIfAny();
      const id = known?.id ?? newId();
      if (known) await updateYear(tx, id, { act: after.act, verified });
      else await insertYear(tx, { id, year, act: after.act, verified });
      await replaceDays(tx, id, days);
      const object = { type: 'CalendarYear', id };
      if (before) await tx.audit({ action: 'calendarYear.changed', object, before, after, reason: cleanText(given.reason!) });
      else await tx.audit({ action: 'calendarYear.entered', object, after });
      return year;
    });
  }
}

function checkDays({ year, days }: GivenYear, problems: Problems): void {
  const seen = new Set<string>();
  for (const [i, { day, kind }] of days.entries()) {
    const at = ['days', String(i), 'day'];
    if (Number(day.slice(0, 4)) !== year) problems.add(CalendarErrors.CALENDAR_DAY_OUTSIDE({ date: day, year }).at(...at));
    if (seen.has(day)) problems.add(CalendarErrors.CALENDAR_DAY_TWICE({ date: day }).at(...at));
    if (kind === 'MADE_UP' && !isWeekend(day)) problems.add(CalendarErrors.CALENDAR_DAY_NOT_OFF({ date: day }).at(...at));
    seen.add(day);
  }
}
