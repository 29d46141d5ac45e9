import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Problems } from '../../../platform/errors/domain-error.js';
import { Scopes } from '../../../platform/views/scopes.js';
import { newId, type Id } from '../../../shared/ids.js';
import { cleanText } from '../../../shared/text.js';
import { CouncilErrors } from '../../councils/council.errors.js';
import { councilView } from '../../councils/council.view.js';
import { CriteriaErrors } from '../../criteria/criteria.errors.js';
import { criteriaSetVersionView } from '../../criteria/criteria-set.view.js';
import { lockVersion, type StoredVersion } from '../../criteria/version.store.js';
import { UnitErrors } from '../../units/unit.errors.js';
import { UnitsReader } from '../../units/units.reader.js';
import { EvaluationEntity } from '../evaluation.entity.js';
import { entriesOf, type EntryRow } from '../evaluation.store.js';
import { EvaluationErrors } from '../evaluation.errors.js';
import { AppraisalRoundEntity } from './appraisal-round.entity.js';
import type { GivenBlock, GivenRound } from './given-round.js';
import { againstVersion } from './round-applicability.js';
import { RoundEntries, type Entrant } from './round-entries.js';

/** Opens appraisal rounds. Closing, reopening and deciding are in `results/results.service.ts`. */
@Injectable()
export class AppraisalRoundsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
    private readonly units: UnitsReader,
    private readonly entries: RoundEntries,
  ) {}

  /** @throws Refusal with every problem by its path; then nothing is written, and no file has moved. */
  open(actor: Actor, given: GivenRound, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'openAppraisalRound', input: given }, tx => this.openIn(tx, given));
  }

  /** The same within the caller’s transaction. */
  async openIn(tx: Tx, given: GivenRound): Promise<Id> {
    const { unitId, criteriaVersionId, councilId, closesOn } = given;
    const [unit] = await this.units.onDay(tx, [unitId], tx.today);
    if (!unit) throw UnitErrors.UNIT_NOT_FOUND({ id: unitId }).at('unitId');
    await this.rights.require(tx, 'appraisal.manage', unitId);
    if (councilId !== null && !(await this.scopes.sees(tx, councilView, councilId)))
      throw CouncilErrors.COUNCIL_NOT_FOUND({ id: councilId }).at('councilId');
    if (!(await this.scopes.sees(tx, criteriaSetVersionView, criteriaVersionId)))
      throw CriteriaErrors.CRITERIA_VERSION_NOT_FOUND({ id: criteriaVersionId }).at('criteriaVersionId');
    const version = await lockVersion(tx, criteriaVersionId);
    const problems = new Problems();
    for (const problem of againstVersion(version, { ...given, binds: bindsOf(given) })) problems.add(problem);
    if (given.blind && version.set.graded !== 'MODEL_REGISTRATION')
      problems.add(EvaluationErrors.APPRAISAL_BLIND_NEEDS_MODELS().at('blind'));
    if (closesOn !== null && closesOn < tx.today)
      problems.add(EvaluationErrors.APPRAISAL_CLOSES_EARLIER({ date: closesOn }).at('closesOn'));
    problems.refuseIfAny();
    const entrants = await this.entries.entrants(tx, version, given, problems);
    problems.refuseIfAny();
    return this.write(tx, given, version, entrants);
  }

  /** Its entries that have not left, by number. */
  entriesIn(tx: Tx, roundId: Id): Promise<readonly Pick<EntryRow, 'id' | 'version'>[]> {
    return entriesOf(tx, roundId);
  }

  private async write(tx: Tx, given: GivenRound, { set }: StoredVersion, entrants: readonly Entrant[]): Promise<Id> {
    const id = newId();
    const { unitId, illustrative } = given;
    const { registrationIds: _r, registrationRoundId: _q, unitIds: _u, blocks, feedback, ...row } = given;
    const outstandingBlocks = blocks.filter(({ outstanding }) => outstanding).map(({ name }) => cleanText(name));
    const openedOn = tx.today;
    const round = { ...row, name: cleanText(given.name), graded: set.graded as 'UNIT_YEAR', feedback: [...feedback], outstandingBlocks };
    await tx.manager.insert(AppraisalRoundEntity, { id, ...round, state: 'OPEN', openedOn });
    const rows = entrants.map((entrant, i) => ({
      ...entrant,
      id: newId(),
      roundId: id,
      number: i + 1,
      hostId: unitId,
      openedOn,
      illustrative,
      bonus: '0',
      penalty: '0',
      answers: {},
      block: blockOf(blocks, entrant.unitId),
    }));
    for (let i = 0; i < rows.length; i += BATCH) await tx.manager.insert(EvaluationEntity, rows.slice(i, i + BATCH));
    const after = { ...round, entries: rows.length };
    await tx.audit({ action: 'appraisalRound.opened', object: { type: 'AppraisalRound', id }, unitId, after });
    return id;
  }
}

const BATCH = 500;

const bindsOf = ({ registrationIds, registrationRoundId, unitIds }: GivenRound): 'MODEL_REGISTRATION' | 'UNIT_YEAR' | null => {
  if (registrationIds.length > 0 || registrationRoundId !== null) return 'MODEL_REGISTRATION';
  return unitIds.length > 0 ? 'UNIT_YEAR' : null;
};

const blockOf = (blocks: readonly GivenBlock[], unitId: Id): string => {
  const block = blocks.find(({ unitIds }) => unitIds.includes(unitId));
  return block ? cleanText(block.name) : '';
};
