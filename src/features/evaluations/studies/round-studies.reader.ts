import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import { Scopes } from '../../../platform/views/scopes.js';
import type { Id } from '../../../shared/ids.js';
import { CriteriaReader } from '../../criteria/criteria.reader.js';
import type { VersionContent } from '../../criteria/rules/version-content.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import { inputsOfRound, roundOf, type InputRow, type RoundRow } from '../evaluation.store.js';
import { namesOfPeople } from '../judges/people.finder.js';
import type { EntryInput } from '../results/round-result.js';
import { appraisalRoundView } from '../rounds/appraisal-round.view.js';
import { VersionContents } from '../version-contents.js';
import { adviceOn, type Advice } from './advice.js';
import { studied, type StudiedEntry, type StudiedResult } from './study.js';

interface Study {
  readonly before: ReadonlyMap<number, StudiedResult & { readonly id: Id }>;
  readonly entries: readonly StudiedEntry[];
  /** The version of the round, and that of the study. */
  readonly versions: readonly [VersionContent, VersionContent];
}

interface AdviceOnRound extends Advice {
  readonly isOpen: boolean;
  readonly ids: ReadonlyMap<number, Id>;
  readonly names: ReadonlyMap<Id, string>;
  readonly version: VersionContent;
}

/** What staff may want to know in addition to the results of a round. It is computed when it is asked for, and nothing of it is kept. */
@Injectable()
export class RoundStudies {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
    private readonly contents: VersionContents,
    private readonly criteria: CriteriaReader,
  ) {}

  /** @throws APPRAISAL_ROUND_NOT_FOUND, OUT_OF_REACH, APPRAISAL_ROUND_NOT_CLOSED, CRITERIA_VERSION_NOT_FOUND */
  async study(actor: Actor, roundId: Id, versionId: Id): Promise<Study> {
    const round = await this.readable(actor, roundId);
    if (round.closedOn === null) throw EvaluationErrors.APPRAISAL_ROUND_NOT_CLOSED().at('roundId');
    const version = await this.criteria.version(actor, versionId);
    const rows = await this.db.rows<StudiedResult & { id: Id; number: number; inputs: EntryInput }>(
      `select id, number, trim_scale(total)::text as total, coalesce(decided_grade, grade) as grade, rank, inputs
         from evaluation where round_id = $1 and left_on is null order by number`,
      [roundId],
    );
    const entries = studied(version.says, ruleOf(round), rows.map(({ inputs }) => inputs)); // prettier-ignore
    const own = await this.contents.of(this.db.rows, round.criteriaVersionId);
    return { before: new Map(rows.map(row => [row.number, row])), entries, versions: [own, version.says] };
  }

  /** @throws APPRAISAL_ROUND_NOT_FOUND, OUT_OF_REACH */
  async advice(actor: Actor, roundId: Id): Promise<AdviceOnRound> {
    const round = await this.readable(actor, roundId);
    const rows = await inputsOfRound(this.db.rows, roundId);
    const version = await this.contents.of(this.db.rows, round.criteriaVersionId);
    const isOpen = round.closedOn === null;
    const advice = adviceOn(version, ruleOf(round), rows, isOpen);
    const names = await namesOfPeople(this.db.rows, advice.judges.map(({ scorer }) => scorer)); // prettier-ignore
    return { ...advice, isOpen, ids: new Map(rows.map(({ number, id }: InputRow) => [number, id])), names, version };
  }

  private async readable(actor: Actor, id: Id): Promise<RoundRow> {
    const caller = { actor, query: this.db.rows, today: this.db.today() };
    const round = (await this.scopes.sees(caller, appraisalRoundView, id)) ? await roundOf(this.db.rows, id) : undefined;
    if (!round) throw EvaluationErrors.APPRAISAL_ROUND_NOT_FOUND({ id }).at('roundId');
    await this.rights.requireToRead(actor, 'appraisal.readSheets', round.unitId);
    return round;
  }
}

const ruleOf = ({ aggregation, missing, abstained, outstandingBlocks }: RoundRow) => ({
  rule: { aggregation, missing, abstained },
  outstandingBlocks,
});
