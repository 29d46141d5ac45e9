import { Injectable } from '@nestjs/common';
import type { RunQuery } from '../../platform/database/run-query.js';
import type { Id } from '../../shared/ids.js';
import type { Bilingual, Language, NamedValue } from '../../shared/language.js';
import { count as written } from '../../shared/writing.js';

/** Things that hang on units, counted for a preview or named as what stands against an undo. */
export interface Dependents {
  /** “mô hình”, “models”. */
  readonly label: Bilingual;
  readonly count: number;
  /** How many more only the record names with the unit, such as a right that has ended: nothing happens to them, but they keep the unit there. */
  readonly past?: number;
  /** What an event does to them. */
  readonly effect: Bilingual;
}

/** What a chapter above answers about the things it hangs on units. */
export interface DependentsSource {
  readonly name: string;
  /** What hangs on these units, whatever the date. */
  dependentsOf(query: RunQuery, unitIds: readonly Id[]): Promise<Dependents>;
}

/** The port through which the units ask the chapters above them. Whoever hangs things on units registers when its module starts. */
@Injectable()
export class UnitDependents {
  private readonly sources = new Map<string, DependentsSource>();

  register(source: DependentsSource): void {
    this.sources.set(source.name, source);
  }

  /** What an event on these units would concern. */
  async of(query: RunQuery, unitIds: readonly Id[]): Promise<Dependents[]> {
    return (await this.all(query, unitIds)).filter(({ count }) => count > 0);
  }

  /** What keeps these units from being taken back, the past included, counted in words; `undefined` when nothing does. */
  async keeping(query: RunQuery, unitIds: readonly Id[]): Promise<NamedValue | undefined> {
    const keeping = (await this.all(query, unitIds))
      .map(({ count: now, past = 0, label }) => ({ all: now + past, label }))
      .filter(({ all }) => all > 0);
    if (keeping.length === 0) return undefined;
    const listed = (language: Language): string =>
      keeping.map(({ all, label }) => `${written(all, language)} ${label[language]}`).join(', ');
    return { value: listed('en'), vi: listed('vi'), en: listed('en') };
  }

  private async all(query: RunQuery, unitIds: readonly Id[]): Promise<Dependents[]> {
    if (unitIds.length === 0) return [];
    const found: Dependents[] = [];
    for (const source of this.sources.values()) found.push(await source.dependentsOf(query, unitIds));
    return found;
  }
}
