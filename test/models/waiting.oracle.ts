import { addDays, type LocalDate } from '../../src/shared/dates.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { above, isOpenTo, nearestAuthorities } from '../views/oracle.climb.js';
import type { World } from '../views/oracle.chapter.js';
import type { AnyRow } from '../views/oracle.rows.js';
import { goesOnAs } from '../views/oracle.units.js';
import { reachedBy, seenBy, type GrantedAt } from '../views/oracle.sight.js';

/** Of each step: whose it is by docs/access-matrix.md, where a file stands while it waits for it, and whether its unit or its holder decides. */
const STEPS = [
  { name: 'SUBMIT', roles: ['unitOfficer', 'unitHead'], from: ['DRAFT', 'RETURNED'], by: 'unit' },
  { name: 'RECEIVE', roles: ['boardStaff'], from: ['SUBMITTED'], by: 'holder' },
  { name: 'RETURN', roles: ['boardStaff'], from: ['SUBMITTED', 'RECEIVED'], by: 'holder' },
  { name: 'AGREE', roles: ['boardStaff'], from: ['RECEIVED'], by: 'holder' },
  { name: 'OPEN_APPRAISAL', roles: ['boardStaff'], from: ['RECEIVED'], by: 'holder' },
  { name: 'RECOGNISE', roles: ['leader'], from: ['UNDER_APPRAISAL'], by: 'holder' },
  { name: 'DECLINE', roles: ['leader'], from: ['UNDER_APPRAISAL'], by: 'holder' },
] as const;

export interface Waiting {
  readonly id: string;
  readonly since: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly steps: readonly string[];
  readonly state: string | undefined;
  readonly model?: AnyRow;
  readonly round?: AnyRow;
  /** It is about the model, and not about a file, its holder or its round. */
  readonly reminder?: true;
  /** It is neither a model nor a round, and stands in no list that is narrowed to a unit, a holder or a round. */
  readonly thing?: true;
}

/** What waits for somebody, row by row: the longest waiting first. */
export function waitingFor(grants: readonly GrantedAt[], world: World): Waiting[] {
  const { all, today } = world;
  const reaching = (roles: readonly string[]): ((unitId: string | null) => boolean) =>
    reachedBy(
      grants.filter(({ role }) => roles.includes(role)),
      all,
      today,
    );
  const steps = STEPS.map(step => ({ ...step, reaches: reaching(step.roles) }));
  const models = all.models
    .filter(model => model.trashed_at === null && model.merged_into_id === null)
    // The steps of a file that is known from a paper were taken on paper.
    .filter(model => all.registrations.some(one => one.model_id === model.id && one.latest && one.source === null))
    .map((model): Waiting => {
      const last = all.steps
        .filter(step => step.model_id === model.id && step.lifecycle === 'FILE')
        .toSorted((a, b) => (a.on_day + a.id < b.on_day + b.id ? -1 : 1))
        .at(-1)!;
      const mine = steps.filter(
        ({ from, by, reaches }) =>
          (from as readonly string[]).includes(model.file_state) &&
          reaches(by === 'unit' ? model.unit_id : (model.holder_id ?? model.unit_id)),
      );
      const named = mine.map(({ name }) => name).filter(name => name !== 'AGREE' || canPassOn(world, model.holder_id));
      const isWithUnit = ['DRAFT', 'RETURNED'].includes(model.file_state);
      const dueOn = isWithUnit ? lastDay(world, model.round_id, goesOnAs(world, model.unit_id, today) ?? model.unit_id) : null;
      return {
        id: toGlobalId('EmulationModel', model.id),
        since: last.on_day,
        dueOn,
        steps: named,
        state: model.file_state,
        model,
      };
    });
  const mayDraft = reaching(['unitOfficer', 'unitHead']);
  const everywhere = mayDraft(null);
  const places = new Set(all.units.filter(unit => mayDraft(unit.id)).flatMap(unit => [...above(world, unit.id, today).keys()]));
  const concerns = (unitId: string): boolean => everywhere || places.has(unitId);
  const rounds = all.rounds
    .filter(round => round.opens_on <= today && concerns(round.unit_id))
    .flatMap((round): Waiting[] => {
      const extended = all.extensions.filter(x => x.round_id === round.id && x.closes_on > round.closes_on && concerns(x.unit_id));
      const [dueOn] = [round, ...extended]
        .map(({ closes_on }) => closes_on as LocalDate)
        .filter(day => day >= today)
        .toSorted();
      if (dueOn === undefined || dueOn > addDays(today, 14)) return [];
      return [{ id: toGlobalId('RegistrationRound', round.id), since: round.opens_on, dueOn, steps: ['DRAFT'], state: undefined, round }];
    });
  const seen = { ...world, rows: seenBy({ id: 'nobody', grants }, all, today) };
  return [...models, ...rounds, ...questions(seen, reaching), ...inspections(seen, reaching), ...things(world, reaching)].filter(
    one => one.steps.length > 0,
  );
}

type Reaching = (roles: readonly string[]) => (unitId: string | null) => boolean;

const reminderOf = (model: AnyRow, since: LocalDate, step: string): Waiting => ({
  id: toGlobalId('EmulationModel', model.id),
  since,
  dueOn: null,
  steps: [step],
  state: undefined,
  model,
  reminder: true,
});

/** Recognised models whose unit has not said this year whether they still run. */
function questions({ all, rows, today }: World, reaching: Reaching): Waiting[] {
  const mayAnswer = reaching(['unitOfficer', 'unitHead']);
  const year = Number(today.slice(0, 4));
  return rows.models.flatMap((model): Waiting[] => {
    if (model.trashed_at !== null || model.merged_into_id !== null || !mayAnswer(model.unit_id)) return [];
    const recognisedOn = all.recognitions
      .filter(one => one.model_id === model.id && one.recognised_on <= today && (one.revoked_on === null || one.revoked_on > today))
      .map(one => one.recognised_on as LocalDate)
      .toSorted()
      .at(-1);
    if (recognisedOn === undefined || Number(recognisedOn.slice(0, 4)) >= year) return [];
    const asked = `${year}${recognisedOn.slice(4)}`;
    const isAnswered = all.stillAliveAnswers.some(one => one.model_id === model.id && one.year === year);
    const runs = all.steps
      .filter(step => step.model_id === model.id && step.lifecycle === 'RUNNING' && step.on_day <= today)
      .toSorted((a, b) => (a.on_day + a.id < b.on_day + b.id ? -1 : 1))
      .at(-1)?.to_state;
    return asked > today || isAnswered || runs === 'STOPPED' ? [] : [reminderOf(model, asked, 'ANSWER_STILL_ALIVE')];
  });
}

/** Inspections that are planned for within two weeks, or were to be held already. */
function inspections({ all, rows, today }: World, reaching: Reaching): Waiting[] {
  const mayInspect = reaching(['boardStaff']);
  return all.inspections.flatMap((one): Waiting[] => {
    const model = rows.models.find(({ id }) => id === one.model_id);
    const isDue = one.held_on === null && one.planned_on <= addDays(today, 14) && mayInspect(one.unit_id);
    return isDue && model !== undefined && model.trashed_at === null && model.merged_into_id === null
      ? [reminderOf(model, one.planned_on, 'RECORD_INSPECTION')]
      : [];
  });
}

/** Proposals to decide or to mend, and holds whose review is near. */
function things({ all, today }: World, reaching: Reaching): Waiting[] {
  const reports = reaching(['unitOfficer', 'unitHead', 'boardStaff']);
  const [decides, mends, reviews] = [reaching(['leader']), reaching(['boardStaff']), reaching(['leader', 'boardStaff'])];
  const waits = (type: string, { id }: AnyRow, since: LocalDate, step: string): Waiting => ({
    id: toGlobalId(type, id),
    since,
    dueOn: null,
    steps: [step],
    state: undefined,
    thing: true,
  });
  return [
    ...all.proposals
      .filter(one => one.state === 'SENT' && decides(one.issuer_id))
      .map(one => waits('Proposal', one, one.sent_on, 'DECIDE_PROPOSAL')),
    ...all.proposals
      .filter(one => one.state === 'RETURNED' && mends(one.proposer_id))
      .map(one => waits('Proposal', one, one.returned_on, 'SEND_PROPOSAL')),
    ...all.holds
      .filter(one => one.lifted_on === null && one.review_on <= addDays(today, 14) && reviews(one.body_id))
      .map(one => waits('Hold', one, one.review_on, 'REVIEW_HOLD')),
    // A figure waits once for all that was said on a day.
    ...new Map(
      all.figureRemarks
        .filter(one => one.follow_up && one.settled_on === null && one.said_on <= today && reports(one.unit_id))
        .map(one => [`${one.figure_id} ${one.said_on}`, waits('Figure', { id: one.figure_id }, one.said_on, 'FOLLOW_UP_FIGURE')]),
    ).values(),
  ];
}

/** As the list shows them: what waits since the same day is one. */
export function together(waiting: readonly Waiting[]): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const one of waiting) {
    const key = `${one.since} ${one.id}`;
    const known = found.get(key);
    const steps = [...(known?.steps ?? []), ...one.steps].filter((step, i, all) => all.indexOf(step) === i);
    found.set(key, { ...one, dueOn: known?.dueOn ?? one.dueOn, steps });
  }
  return [...found.values()];
}

/** Whether the rule of the office that has the file names another office. */
function canPassOn(world: World, holderId: string | null): boolean {
  const whole = { ...world, rows: world.all };
  const office = holderId === null ? undefined : goesOnAs(whole, holderId, world.today);
  if (office === undefined) return false;
  const line = world.all.units.find(({ id }) => id === office)!.line;
  const rules = nearestAuthorities(world, office, world.today);
  const rule = world.all.authorities.find(one => rules.has(one.id) && one.line === line);
  const receiver = rule && goesOnAs(whole, rule.receiver_id, world.today);
  return receiver !== undefined && receiver !== office;
}

/** The last day on which the unit can register in the round, counted day by day. */
function lastDay(world: World, roundId: string | null, unitId: string): LocalDate | null {
  const round = world.all.rounds.find(one => one.id === roundId);
  if (!round || !above(world, unitId, world.today).has(round.unit_id)) return null;
  const days = [round.closes_on, ...world.all.extensions.filter(x => x.round_id === round.id).map(x => x.closes_on)] as LocalDate[];
  const opened = { ...round, opens_on: '0001-01-01' };
  return (
    days
      .filter(day => isOpenTo({ ...world }, opened, unitId, day))
      .toSorted()
      .at(-1) ?? null
  );
}
