import { Injectable } from '@nestjs/common';
import type { Id } from '../../shared/ids.js';

/** Knows who has which right; implemented by the chapter of accounts. */
export interface RightHoldersSource {
  /** Those of the units that no right to the action, of anybody, reaches today. */
  unitsWithout(action: string, unitIds: readonly Id[]): Promise<ReadonlySet<Id>>;
}

/** The port that answers whether anybody at all may do something at a unit. */
@Injectable()
export class RightHolders {
  private source: RightHoldersSource | undefined;

  register(source: RightHoldersSource): void {
    this.source = source;
  }

  unitsWithout(action: string, unitIds: readonly Id[]): Promise<ReadonlySet<Id>> {
    if (!this.source) throw new Error('No chapter says who has a right.');
    return this.source.unitsWithout(action, unitIds);
  }
}
