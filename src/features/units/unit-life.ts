import { Injectable, type Provider } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Notice } from '../../platform/graphql/mutation.js';
import type { Bilingual, Language } from '../../shared/language.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { count } from '../../shared/writing.js';
import { recordsOutside, type OutsideRow } from './unit-life.reader.js';
import { UnitErrors } from './unit.errors.js';

/** Records that need their unit on certain days: a decision on its day of issue, a round while it takes registrations. */
export interface DatedRecords {
  /** The name of the doctor’s check: `decisions.issuedInTheLifeOfTheIssuer`. */
  readonly name: string;
  /** “quyết định”, “decisions”. */
  readonly label: Bilingual;
  /** A statement with the columns `unit_id`, `days` (a daterange, of which the unit has to be in force on at least one) and `record` (its name). */
  readonly rows: string;
}

/** The port at which chapters above register their records that need a unit on certain days. */
@Injectable()
export class UnitLife {
  private readonly sources = new Map<string, DatedRecords>();

  constructor(private readonly db: Database) {}

  register(records: readonly DatedRecords[]): void {
    for (const source of records) this.sources.set(source.name, source);
  }

  /**
   * A warning where units end, or start, so that records lie outside their lives. It is no refusal: papers were still signed by offices that a
   * law had ended, and an event is often entered months after its day.
   * @param units their ids. @param endsOn the day from which they are no longer in force, for a preview; `null`: their lives as stored
   * @param field of the input, to which the warning belongs
   */
  async warningsAbout(units: readonly Id[], endsOn: LocalDate | null, field = 'changes'): Promise<Notice[]> {
    if (units.length === 0) return [];
    const found: { readonly label: Bilingual; readonly rows: readonly OutsideRow[] }[] = [];
    for (const { label, rows: source } of this.sources.values()) {
      const rows = await recordsOutside(this.db.rows, source, units, endsOn);
      if (rows.length > 0) found.push({ label, rows });
    }
    if (found.length === 0) return [];
    const textIn = (language: Language): string =>
      found
        .map(
          ({ label, rows }) =>
            `${count(
              rows.reduce((sum, { n }) => sum + n, 0),
              language,
            )} ${label[language]}`,
        )
        .join(', ');
    const ids = new Set(found.flatMap(({ rows }) => rows.map(({ unitId }) => toGlobalId('Unit', unitId))));
    const records = { value: textIn('en'), vi: textIn('vi'), en: textIn('en') };
    return [{ warning: UnitErrors.UNIT_RECORDS_OUTSIDE_LIFE({ records }).at(field), ids: [...ids] }];
  }
}

/** A provider for a chapter’s module. */
export const provideDatedRecords = (records: readonly DatedRecords[]): Provider => ({
  provide: Symbol('datedRecords'),
  inject: [UnitLife],
  useFactory: (life: UnitLife) => life.register(records),
});
