import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Problems } from '../../../platform/errors/domain-error.js';
import type { PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';

/** What a registration declares about the model that it copies (nhân rộng từ). */
export interface DeclaredOrigin {
  readonly unitId: Id;
  /** `null`: it copies none. */
  readonly originId: Id | null;
  /** What was declared before; `null`: none, or the model is new. */
  readonly before: Id | null;
}

/** A declaration that is checked. */
export interface CheckedOrigin extends DeclaredOrigin {
  /** `null`: a new model. */
  readonly id: Id | null;
  readonly starts: PartialDate | null;
}

/** Keeps which model copies which; implemented by the chapter of replications. */
export interface OriginSource {
  /** Adds what contradicts the declared origin, or the start of the model. What the model declared before is not examined again. */
  check(tx: Tx, model: CheckedOrigin, problems: Problems): Promise<void>;
  /** Takes over what the model with this id declares. */
  declare(tx: Tx, id: Id, declared: DeclaredOrigin): Promise<void>;
  /** Refuses that these models were merged, or taken apart, where a model would then be a copy of itself. */
  refuseCircle(tx: Tx, ids: readonly Id[]): Promise<void>;
}

/** The port by which registrations hand on which model they copy: what they declare is the first word, and the chapter of replications has the last. */
@Injectable()
export class ModelOrigins {
  private source: OriginSource | undefined;

  register(source: OriginSource): void {
    this.source = source;
  }

  get known(): OriginSource {
    if (!this.source) throw new Error('No chapter keeps which model copies which.');
    return this.source;
  }
}
