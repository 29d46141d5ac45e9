import { Injectable } from '@nestjs/common';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/views/scopes.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import type { Bilingual } from '../../shared/language.js';
import type { RevocationGround } from './decision-states.js';
import type { GivenDecision } from './decision.store.js';

/** Records that a decision carries, or that a draft would. */
export interface CarriedRecords {
  /** “khen thưởng”, “commendations”. */
  readonly label: Bilingual;
  readonly count: number;
  /** Some of them by name: of those that the caller sees. */
  readonly names: readonly string[];
  /** What becomes of them when the decision is revoked. */
  readonly effect: Bilingual;
}

/** How a decision is revoked. */
export interface FallenDecision {
  readonly on: LocalDate;
  readonly ground: RevocationGround;
  readonly reason: string;
  /** The decision that revokes it; `null`: none in the registry. */
  readonly byId: Id | null;
}

/** A revocation as it was entered, and why it is taken back. */
export interface TakenBackRevocation extends Omit<FallenDecision, 'ground'> {
  readonly mistake: string;
}

/** Implemented by chapters whose records rest on decisions, for example recognitions of models. */
export interface DecisionEffectsSource {
  readonly name: string;
  /** The earliest day of any record that rests on the decision; `null`: there is none. */
  earliestEffectOf(query: QueryRows, decisionId: Id): Promise<LocalDate | null>;
  /** What the decision carries, or what a draft would. */
  carriedBy(caller: Caller, decisionId: Id): Promise<CarriedRecords>;
  /** What a draft would carry, a line each, as far as an approval binds it. */
  draftedFor?(query: QueryRows, decisionId: Id): Promise<readonly string[]>;
  /** Why the content may not be corrected so, if it may not. */
  refusalOf?(tx: Tx, decisionId: Id, before: GivenDecision, after: GivenDecision): Promise<DomainError | undefined>;
  /** Carries out what the draft holds, once the decision is issued. */
  carryOut?(tx: Tx, decisionId: Id): Promise<void>;
  /** Takes down what rests on the decision. */
  fall(tx: Tx, decisionId: Id, fallen: FallenDecision): Promise<void>;
  /** Puts what fell with the decision in force again exactly as it was, after the revocation was taken back. @throws what keeps it from it. */
  standAgain(tx: Tx, decisionId: Id, revocation: TakenBackRevocation): Promise<void>;
}

/** The port at which chapters above register what rests on decisions, when their modules start. */
@Injectable()
export class DecisionEffects {
  private readonly sources = new Map<string, DecisionEffectsSource>();

  register(source: DecisionEffectsSource): void {
    this.sources.set(source.name, source);
  }

  async earliestOf(query: QueryRows, decisionId: Id): Promise<LocalDate | null> {
    const days: LocalDate[] = [];
    for (const source of this.sources.values()) {
      const day = await source.earliestEffectOf(query, decisionId);
      if (day !== null) days.push(day);
    }
    return days.toSorted()[0] ?? null;
  }

  async carriedBy(caller: Caller, decisionId: Id): Promise<CarriedRecords[]> {
    const carried: CarriedRecords[] = [];
    for (const source of this.sources.values()) carried.push(await source.carriedBy(caller, decisionId));
    return carried.filter(({ count }) => count > 0);
  }

  async draftedFor(query: QueryRows, decisionId: Id): Promise<string[]> {
    const lines: string[] = [];
    for (const source of this.sources.values()) lines.push(...((await source.draftedFor?.(query, decisionId)) ?? []));
    return lines;
  }

  /** @throws the first refusal. */
  async refuseChange(tx: Tx, decisionId: Id, before: GivenDecision, after: GivenDecision): Promise<void> {
    for (const source of this.sources.values()) {
      const refusal = await source.refusalOf?.(tx, decisionId, before, after);
      if (refusal) throw refusal;
    }
  }

  async carryOut(tx: Tx, decisionId: Id): Promise<void> {
    for (const source of this.sources.values()) await source.carryOut?.(tx, decisionId);
  }

  async fall(tx: Tx, decisionId: Id, fallen: FallenDecision): Promise<void> {
    for (const source of this.sources.values()) await source.fall(tx, decisionId, fallen);
  }

  async standAgain(tx: Tx, decisionId: Id, revocation: TakenBackRevocation): Promise<void> {
    for (const source of this.sources.values()) await source.standAgain(tx, decisionId, revocation);
  }
}
