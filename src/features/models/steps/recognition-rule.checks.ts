import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { DomainError, Problems } from '../../../platform/errors/domain-error.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import type { DecisionKind } from '../../decisions/decision-kinds.js';
import type { DecisionRecord } from '../../decisions/decisions.reader.js';
import { MOST_LEVELS, MovementsReader, type Authority } from '../../movements/movements.reader.js';
import { levelFacts, type RecognitionLevel } from '../../sectors/recognition-level.js';
import { UnitsReader } from '../../units/units.reader.js';
import { RecognitionErrors } from './recognition.errors.js';
import type { ModelInLife } from './lifecycle-facts.reader.js';

/** A recognition as a command gives it. */
export interface GivenRecognition {
  readonly level: RecognitionLevel;
  readonly day: LocalDate;
  /** `undefined`: none is known. */
  readonly decision: DecisionRecord | undefined;
  /** Why it differs from the rule. */
  readonly deviationReason: string | null;
}

type Held = Pick<ModelInLife, 'unitId' | 'holderId'>;

/** The classes of documents that decide. */
const DECIDING: ReadonlySet<DecisionKind> = new Set(['DECISION', 'RESOLUTION']);

/** Compares a recognition with the rule of the authority that holds the file: the level, and who decides. */
@Injectable()
export class RecognitionRuleChecks {
  constructor(
    private readonly movements: MovementsReader,
    private readonly units: UnitsReader,
  ) {}

  /**
   * A level that has ended is refused. A level or an issuer that differs from the rule needs a reason, because reality may differ (a delegation,
   * a rule that was not entered). @returns the reason to store; `null` where nothing differs or no rule is known.
   */
  async check(tx: Tx, model: Held, given: GivenRecognition, problems: Problems): Promise<string | null> {
    const { level, day, deviationReason } = given;
    const { lastDay } = levelFacts(level);
    if (lastDay !== undefined && day > lastDay) {
      problems.add(RecognitionErrors.RECOGNITION_LEVEL_OVER({ level, date: lastDay }).at('level'));
      return null;
    }
    const found = await this.differences(tx, model, given);
    if (found.length > 0 && deviationReason === null) for (const difference of found) problems.add(difference);
    return found.length > 0 ? deviationReason : null;
  }

  private async differences(tx: Tx, model: Held, { level, day, decision }: GivenRecognition): Promise<DomainError[]> {
    const found: DomainError[] = [];
    if (decision && !DECIDING.has(decision.kind))
      found.push(RecognitionErrors.RECOGNITION_OTHER_PAPER({ kind: decision.kind }).at('decisionId'));
    const rules = await this.rulesFor(tx, model, day);
    if (rules.length === 0) return found;
    const rule = rules.find(one => one.level === level);
    if (!rule) found.push(RecognitionErrors.RECOGNITION_OTHER_LEVEL({ level, expected: rules.map(one => one.level) }).at('level'));
    else if (decision && rule.recogniserId !== null && !(await this.isOf(tx, decision.issuerId, rule.recogniserId, day))) {
      const [issuer, recogniser] = await this.units.onDay(tx, [decision.issuerId, rule.recogniserId], day);
      found.push(
        RecognitionErrors.RECOGNITION_OTHER_ISSUER({ issuer: issuer!.fullName, recogniser: recogniser!.fullName }).at('decisionId'),
      );
    }
    return found;
  }

  /** The rule of the authority that holds the file. For a file that no authority holds (a paper of the past): every rule up the chain. */
  private async rulesFor(tx: Tx, { unitId, holderId }: Held, day: LocalDate): Promise<Authority[]> {
    const chain: Authority[] = [];
    let asked = unitId;
    while (chain.length < MOST_LEVELS) {
      const [rule] = await this.movements.authoritiesFor(tx.query, [asked], day);
      if (!rule || rule.receiverId === asked) break;
      if (holderId !== null && (await this.isOf(tx, holderId, rule.receiverId, day))) return [rule];
      chain.push(rule);
      asked = rule.receiverId;
    }
    return holderId === null ? chain : [];
  }

  /** Whether the unit is the office, or has passed to it as a whole by then. */
  private async isOf(tx: Tx, unitId: Id, officeId: Id, day: LocalDate): Promise<boolean> {
    return unitId === officeId || (await this.units.successorOn(tx, unitId, day)) === officeId;
  }
}
