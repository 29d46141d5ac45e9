import { addDays, type LocalDate } from '../../src/shared/dates.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { isOpenTo, above } from '../views/oracle.climb.js';
import type { World } from '../views/oracle.chapter.js';
import { reachedBy, type GrantedAt } from '../views/oracle.sight.js';

/** Of each step: whose it is by docs/access-matrix.md, where a file stands while it waits for it, and whether its unit or its holder decides. */
const STEPS = [
  { name: 'SUBMIT', roles: ['unitOfficer', 'unitHead'], from: ['DRAFT', 'RETURNED'], by: 'unit' },
  { name: 'RECEIVE', roles: ['boardStaff'], from: ['SUBMITTED'], by: 'holder' },
  { name: 'RETURN', roles: ['boardStaff'], from: ['SUBMITTED', 'RECEIVED'], by: 'holder' },
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
      const isWithUnit = ['DRAFT', 'RETURNED'].includes(model.file_state);
      const dueOn = isWithUnit ? lastDay(world, model.round_id, model.unit_id) : null;
      return {
        id: toGlobalId('EmulationModel', model.id),
        since: last.on_day,
        dueOn,
        steps: mine.map(({ name }) => name),
        state: model.file_state,
      };
    });
  const mayDraft = reaching(['unitOfficer', 'unitHead']);
  const everywhere = mayDraft(null);
  const places = new Set(all.units.filter(unit => mayDraft(unit.id)).flatMap(unit => [...above(world, unit.id, today).keys()]));
  const rounds = all.rounds
    .filter(round => round.opens_on <= today && round.closes_on >= today && round.closes_on <= addDays(today, 14))
    .filter(round => everywhere || places.has(round.unit_id))
    .map((round): Waiting => {
      const id = toGlobalId('RegistrationRound', round.id);
      return { id, since: round.opens_on, dueOn: round.closes_on, steps: ['DRAFT'], state: undefined };
    });
  return [...models, ...rounds].filter(one => one.steps.length > 0);
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
