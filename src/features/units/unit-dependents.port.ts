import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Bilingual, Language, NamedValue } from '../../shared/language.js';
import { count as countText } from '../../shared/writing.js';
import { unitsCountedAt } from './unit-reach.reader.js';

/** Records that refer to units: counted in a preview, named as obstacles to an undo or to a correction. */
export interface Dependents {
  /** “mô hình”, “models”. */
  readonly label: Bilingual;
  readonly count: number;
  /** The number of further records that are history only, such as ended grants. An event does not affect them, but their units cannot be removed. */
  readonly past?: number;
  /** What an event does to them. */
  readonly effect: Bilingual;
}

/** A whole succession that is recorded and is to be corrected. */
export interface StandingSuccession {
  readonly predecessorId: Id;
  /** The unit, and what had wholly passed into it. */
  readonly replaced: readonly Id[];
  /** Its successor, and what this has wholly passed to since. */
  readonly replacedBy: readonly Id[];
  readonly from: LocalDate;
  /** When it was entered: what was entered before does not rest on it. */
  readonly since: Date;
}

/** Records that were entered on the strength of a whole succession, counted by the unit that passed. */
export interface RestingRecords {
  readonly label: Bilingual;
  readonly counts: readonly { readonly predecessorId: Id; readonly count: number }[];
}

/** Implemented by chapters whose records refer to units. */
export interface DependentsSource {
  readonly name: string;
  /** The records that refer to these units, on any day. */
  dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents>;
  /** Where a record may have been entered because one unit had replaced another: those records. Absent: none of its records are. */
  restingOn?(query: QueryRows, successions: readonly StandingSuccession[]): Promise<RestingRecords>;
}

/** The port at which chapters above register their records that refer to units, when their modules start. */
@Injectable()
export class UnitDependents {
  private readonly sources = new Map<string, DependentsSource>();

  register(source: DependentsSource): void {
    this.sources.set(source.name, source);
  }

  /** The records that an event on these units would affect: their own, and those of ended units that count at them on the day. */
  async affectedBy(query: QueryRows, unitIds: readonly Id[], day: LocalDate): Promise<Dependents[]> {
    return (await this.fromAllSources(query, await unitsCountedAt(query, unitIds, day))).filter(({ count }) => count > 0);
  }

  /** The records because of which these units cannot be removed, history included, counted by kind; `undefined` if there are none. */
  async obstaclesToRemoval(query: QueryRows, unitIds: readonly Id[]): Promise<NamedValue | undefined> {
    const obstacles = (await this.fromAllSources(query, unitIds))
      .map(({ count: present, past = 0, label }) => ({ total: present + past, label }))
      .filter(({ total }) => total > 0);
    if (obstacles.length === 0) return undefined;
    const textIn = (language: Language): string =>
      obstacles.map(({ total, label }) => `${countText(total, language)} ${label[language]}`).join(', ');
    return { value: textIn('en'), vi: textIn('vi'), en: textIn('en') };
  }

  /** The records that rest on these successions, in words, for each unit that passed. */
  async restingOn(query: QueryRows, successions: readonly StandingSuccession[]): Promise<{ predecessorId: Id; text: Bilingual }[]> {
    const found: { predecessorId: Id; text: Bilingual }[] = [];
    for (const source of this.sources.values()) {
      if (!source.restingOn) continue;
      const { label, counts } = await source.restingOn(query, successions);
      for (const { predecessorId, count } of counts)
        found.push({ predecessorId, text: { vi: `${countText(count, 'vi')} ${label.vi}`, en: `${countText(count, 'en')} ${label.en}` } });
    }
    return found;
  }

  private async fromAllSources(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents[]> {
    if (unitIds.length === 0) return [];
    const found: Dependents[] = [];
    for (const source of this.sources.values()) found.push(await source.dependentsOf(query, unitIds));
    return found;
  }
}
