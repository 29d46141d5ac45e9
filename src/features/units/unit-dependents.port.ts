import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';

/** Records that refer to units: counted in a preview, named as obstacles to an undo. */
export interface Dependents {
  /** In Vietnamese and English: “mô hình”, “models”. */
  readonly label: { readonly vi: string; readonly en: string };
  readonly count: number;
  /** The number of further records that are history only, such as ended grants. An event does not affect them, but their units cannot be removed. */
  readonly past?: number;
  /** What an event does to them. */
  readonly effect: { readonly vi: string; readonly en: string };
}

/** Implemented by chapters whose records refer to units. */
export interface DependentsSource {
  readonly name: string;
  /** The records that refer to these units, on any day. */
  dependentsOf(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents>;
}

/** The port at which chapters above register their records that refer to units, when their modules start. */
@Injectable()
export class UnitDependents {
  private readonly sources = new Map<string, DependentsSource>();

  register(source: DependentsSource): void {
    this.sources.set(source.name, source);
  }

  /** The records that an event on these units would affect. */
  async affectedBy(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents[]> {
    return (await this.all(query, unitIds)).filter(({ count }) => count > 0);
  }

  /** What keeps these units from being taken back, the past included, in words; empty when nothing does. */
  async keeping(query: QueryRows, unitIds: readonly Id[]): Promise<string> {
    const keeping = (await this.all(query, unitIds)).filter(({ count, past = 0 }) => count + past > 0);
    return keeping.map(({ count, past = 0, label }) => `${count + past} ${label.vi} / ${label.en}`).join(', ');
  }

  private async all(query: QueryRows, unitIds: readonly Id[]): Promise<Dependents[]> {
    if (unitIds.length === 0) return [];
    const found: Dependents[] = [];
    for (const source of this.sources.values()) found.push(await source.dependentsOf(query, unitIds));
    return found;
  }
}
