import { at, givenCouncils } from '../councils/given-councils.js';
import { illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { givenFigures } from '../indicators/given-figures.js';
import { givenReviews } from '../reviews/given-reviews.js';
import { givenRounds } from '../evaluations/given-rounds.js';
import { givenMovements } from '../movements/given-movements.js';
import { givenServedTerritories } from '../units/given-served-territories.js';
import { givenReplications } from '../replications/given-replications.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import type { TestRegistry } from '../support/test-registry.js';

/** The place of a record, relative to the unit at which a right was given. */
export const PLACES = ['own', 'child', 'parent', 'foreign'] as const;
export type Place = (typeof PLACES)[number];

/** By docs/access-matrix.md: a right at a unit reaches it and all units under it. */
export const isReached = (place: Place): boolean => place === 'own' || place === 'child';

/** One record of each kind at a place. */
export interface Things {
  readonly unitId: string;
  readonly modelId: string;
  readonly movementId: string;
  readonly roundId: string;
  readonly decisionId: string;
  /** A draft of a decision. */
  readonly draftDecisionId: string;
  readonly commendationId: string;
  readonly proposalId: string;
  readonly holdId: string;
  readonly ruleId: string;
  readonly personId: string;
  /** Of the unit, in a round that is open to all. */
  readonly extensionId: string;
  readonly targetId: string;
  /** An event that changes this unit only. */
  readonly eventId: string;
  /** That a board there works for this unit. */
  readonly servedId: string;
  readonly councilId: string;
  readonly memberId: string;
  readonly councilRuleId: string;
  readonly sessionId: string;
  /** A criteria set that the unit issues, and its draft. */
  readonly setId: string;
  readonly draftId: string;
  /** An appraisal round that the unit runs over itself, and its entry. */
  readonly appraisalId: string;
  readonly evaluationId: string;
  /** A model that copies the model, and what says so. */
  readonly copyId: string;
  readonly edgeId: string;
  readonly planId: string;
  readonly answerId: string;
  readonly inspectionId: string;
  readonly figureId: string;
  /** A review of the unit, for which it reports itself, and its task. */
  readonly reviewId: string;
  readonly taskId: string;
  readonly figureTargetId: string;
  readonly remarkId: string;
}

export interface GivenPlaces {
  readonly things: Readonly<Record<Place, Things>>;
  /** Of all units. */
  readonly indicatorId: string;
  readonly identityId: string;
  /** Open to all. */
  readonly roundId: string;
  readonly movementId: string;
}

async function personOf({ as }: TestRegistry, unitId: string, place: Place): Promise<string> {
  const { recordPerson } = await as.boardStaff.get(
    `mutation ($input: RecordPersonInput!) { recordPerson(input: $input) { person { id } userErrors { code message } } }`,
    { input: { unitId, name: `Cá nhân ${place}` } },
  );
  return recordPerson.person.id;
}

async function listOf({ as }: TestRegistry, issuerId: string): Promise<string> {
  const { recordPastCommendation } = await as.boardStaff.get(
    `mutation ($input: RecordPastCommendationInput!) { recordPastCommendation(input: $input) { commendation { id } userErrors { message } } }`,
    { input: { issuerId, count: 3, source: 'minh họa' } },
  );
  return recordPastCommendation.commendation.id;
}

async function proposalOf({ as }: TestRegistry, proposerId: string): Promise<string> {
  const items = [{ form: 'GIAY_KHEN', kind: 'INDIVIDUAL', name: 'Cá nhân A', reason: 'minh họa' }];
  const { draftProposal } = await as.boardStaff.get(
    `mutation ($input: DraftProposalInput!) { draftProposal(input: $input) { proposal { id } userErrors { message } } }`,
    { input: { proposerId, title: 'Đề nghị', items } },
  );
  return draftProposal.proposal.id;
}

async function holdOf({ as }: TestRegistry, bodyId: string): Promise<string> {
  const input = { bodyId, unitId: bodyId, ground: 'VERIFICATION', reason: 'minh họa', source: 'minh họa', reviewOn: '2099-01-01' };
  const { placeHold } = await as.boardStaff.get(
    `mutation ($input: PlaceHoldInput!) { placeHold(input: $input) { hold { id } userErrors { message } } }`,
    { input },
  );
  return placeHold.hold.id;
}

async function draftOf({ as }: TestRegistry, issuerId: string, place: Place): Promise<{ setId: string; draftId: string }> {
  const { draftCriteriaSet } = await as.boardStaff.get(
    `mutation ($input: DraftCriteriaSetInput!) { draftCriteriaSet(input: $input) { criteriaSet { id versions { id } } userErrors { message } } }`,
    { input: { issuerId, name: `Bộ tiêu chí ${place}`, graded: 'UNIT_YEAR', version: { scoring: 'GUIDANCE' } } },
  );
  const { id, versions } = draftCriteriaSet.criteriaSet;
  return { setId: id, draftId: versions[0].id };
}

async function draftedDecision({ as }: TestRegistry, issuerId: string): Promise<string> {
  const { draftDecision } = await as.everyRole.get(
    `mutation ($input: DraftDecisionInput!) { draftDecision(input: $input) { decision { id } userErrors { message } } }`,
    { input: { issuerId, kind: 'DECISION' } },
  );
  return draftDecision.decision.id;
}

/** The answer whether a model of the unit still runs, which was recognised long ago. */
async function answerOf({ made, send }: ReturnType<typeof givenReplications>, unitId: string): Promise<string> {
  const old = { title: 'Mô hình cũ', unitId, subjectKind: 'COLLECTIVE', attestedOn: '2019-01-01', source: 'Sổ' };
  const id = await made('recordPast', old, 'model');
  const recognised = { state: 'RECOGNISED', on: '2020-01-01', level: 'COMMUNE', source: 'Sổ', deviationReason: 'Sổ cũ' };
  await send('recordPastRegistration', { id, expectedVersion: 1, ...recognised });
  return made('answerStillAlive', { modelId: id, answer: 'RUNNING' }, 'stillAliveAnswer');
}

/** A province, two districts in it and a commune in one of them. `own` is the district with the commune. */
export async function givenPlaces(registry: () => TestRegistry): Promise<GivenPlaces> {
  const [units, models, movements] = [givenUnits(registry), givenModels(registry), givenMovements(registry)];
  const [councils, served] = [givenCouncils(registry), givenServedTerritories(registry)];
  const rounds = givenRounds(registry);
  const replications = givenReplications(registry);
  const [figures, reviews] = [givenFigures(registry), givenReviews(registry)];
  const indicatorId = await figures.indicator();
  const identityId = await figures.identity('NOT_MORE', indicatorId, await figures.indicator());
  const criteriaVersionId = await rounds.version(illustrativeSet);
  const parent = await units.establish({ name: 'Tỉnh P', kind: 'TINH' });
  const own = await units.establish({ name: 'Huyện A', kind: 'HUYEN', parentId: parent });
  const child = await units.establish({ name: 'Xã A1', parentId: own });
  const foreign = await units.establish({ name: 'Huyện B', kind: 'HUYEN', parentId: parent });
  const launch = (name: string, launcherId: string): Promise<string> =>
    movements.made('launchMovement', { name, launcherId, starts: '2020' });
  const open = (movementId: string, unitId: string): Promise<string> =>
    movements.made('openRegistrationRound', { movementId, unitId, name: 'Đợt 1', opensOn: '2026-01-01', closesOn: '2026-12-31' });
  const movementId = await launch('Thi đua chung', parent);
  const roundId = await open(movementId, parent);
  const made: [Place, Things][] = [];
  for (const [place, unitId] of Object.entries({ own, child, parent, foreign }) as [Place, string][]) {
    const ofPlace = await launch(`Thi đua ${place}`, unitId);
    const rule = { unitId, line: 'FRONT', receiverId: unitId, level: 'COMMUNE', validFrom: '2000-01-01', basis: 'minh họa' };
    const extension = { roundId, unitId, closesOn: '2027-01-31', reason: 'Bão lụt' };
    const extended = await movements.run('extendRegistration', extension);
    const target = { roundId, unitId, count: 1, basis: 'minh họa' };
    const assigned = await movements.run('assignTarget', target);
    if (assigned.userErrors.length > 0) throw new Error(place);
    const targetId = assigned.changed.targets.nodes.find((one: any) => !made.some(([, t]) => t.targetId === one.id)).id;
    const board = await units.establish({ name: `Ban ${place}`, line: 'PARTY', kind: 'PARTY_BOARD', territoryId: unitId });
    const event = await units.apply({ effective: '2020-01-01', changes: [{ rename: { unitId, name: `Đơn vị ${place}` } }] });
    const round = await rounds.open({ unitId, criteriaVersionId, unitIds: [unitId], name: `Đợt ${place}` });
    const personId = await personOf(registry(), unitId, place);
    const councilId = await councils.council(unitId, `Hội đồng ${place}`);
    const memberId = await councils.member(councilId, personId);
    const modelId = await models.draft(unitId, { title: `Ma trận ${place}` });
    const copyId = await models.draft(unitId, { title: `Nhân rộng ${place}` });
    const plan = { originId: modelId, unitId, dueOn: '2026-12-31', basis: 'Thử' };
    const held = { heldOn: '2026-01-05', team: 'Đoàn', findings: 'Tốt' };
    const reviewId = await reviews.open(unitId, { unitIds: [unitId] });
    const figureId = await figures.reported(indicatorId, unitId, '5');
    made.push([
      place,
      {
        unitId,
        copyId,
        edgeId: await replications.record(modelId, copyId),
        planId: await replications.made('planReplication', plan, 'replicationPlan'),
        answerId: await answerOf(replications, unitId),
        inspectionId: await replications.made('recordInspection', { modelId, unitId, ...held }, 'inspection'),
        councilId,
        memberId,
        councilRuleId: await councils.rule(councilId),
        sessionId: await councils.session(councilId, at('PRESENT', memberId)),
        modelId,
        movementId: ofPlace,
        roundId: await open(ofPlace, unitId),
        decisionId: await models.decision(unitId),
        draftDecisionId: await draftedDecision(registry(), unitId),
        commendationId: await listOf(registry(), unitId),
        proposalId: await proposalOf(registry(), unitId),
        holdId: await holdOf(registry(), unitId),
        personId,
        ruleId: await movements.made('setReceivingAuthority', rule),
        extensionId: extended.changed.extensions.nodes.find(
          (one: any) => one.closesOn === '2027-01-31' && !made.some(([, t]) => t.extensionId === one.id),
        ).id,
        targetId,
        eventId: event.unitEvent!.id,
        servedId: (await served.serves(board, unitId)).id,
        ...(await draftOf(registry(), unitId, place)),
        appraisalId: round.id,
        evaluationId: round.entries.nodes[0].id,
        figureId,
        figureTargetId: await figures.target(indicatorId, unitId, '5'),
        remarkId: await figures.remark(figureId, { followUp: true }),
        reviewId,
        taskId: await reviews.task(reviewId),
      },
    ]);
  }
  return { things: Object.fromEntries(made) as Record<Place, Things>, roundId, movementId, indicatorId, identityId };
}
