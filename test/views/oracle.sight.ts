import type { Role } from '../../src/platform/access/actor.js';
import { contains, type LocalDate } from '../../src/shared/dates.js';
import { isHeldBy } from './oracle.holds.js';
import { NaiveReach } from './oracle.reach.js';
import type { AnyRow, Rows } from './oracle.rows.js';

/** A role at a unit, or over the whole registry, for one line or all. */
export interface GrantedAt {
  readonly role: Role;
  readonly unitId: string | null;
  readonly line: string | null;
}

export interface Asker {
  readonly id: string;
  readonly grants: readonly GrantedAt[];
}

/** Which roles have the right that a kind of thing is read by. */
const READ: Readonly<Record<'registry' | 'sheets' | 'drafts' | 'proposals' | 'trail' | 'grants', (role: Role) => boolean>> = {
  registry: () => true,
  sheets: role => ['boardStaff', 'leader', 'auditor'].includes(role),
  drafts: role => ['boardStaff', 'leader', 'auditor'].includes(role),
  proposals: role => ['boardStaff', 'leader'].includes(role),
  trail: role => ['auditor', 'administrator'].includes(role),
  grants: role => ['auditor', 'administrator', 'unitHead'].includes(role),
};

/** The proposals for the recipient of a hold that are before a body, or were decided by it. */
const proposedIn = (all: Rows, hold: AnyRow): AnyRow[] =>
  all.proposals.filter(
    ({ id, state }) =>
      ['SENT', 'DECIDED'].includes(state) &&
      all.proposedItems.some(item => item.proposal_id === id && isHeldBy(all, hold, item, hold.placed_on)),
  );

/** The tables without the rows that somebody with these grants does not see: the words of docs/access-matrix.md, row by row. */
/** @param id the asker’s own. */
export function seenBy({ id: own, grants }: Asker, all: Rows, today: LocalDate): Rows {
  const reached = (right: keyof typeof READ): ((unitId: string | null) => boolean) =>
    reachedBy(
      grants.filter(({ role }) => READ[right](role)),
      all,
      today,
    );
  const [registry, sheets, drafts] = [reached('registry'), reached('sheets'), reached('drafts')];
  const [trail, given, proposals] = [reached('trail'), reached('grants'), reached('proposals')];
  const isBefore = (one: AnyRow): boolean => proposals(one.proposer_id) || proposals(one.issuer_id);
  const decides = (hold: AnyRow): boolean =>
    proposals(hold.body_id) || proposedIn(all, hold).some(one => one.issuer_id !== one.proposer_id && isBefore(one));
  const isLaw = ({ state }: AnyRow): boolean => state !== 'DRAFT';
  const isOthers = ({ set_id }: AnyRow): boolean => all.criteriaSets.some(({ id, issuer_id }) => id === set_id && issuer_id === null);
  // Nobody here is a person who scores.
  const ofEntry = ({ host_id, unit_id, model_id }: AnyRow): boolean =>
    registry(host_id) || registry(unit_id) || all.jointOwners.some(o => o.model_id === model_id && registry(o.unit_id!));
  const read = ({ host_id }: AnyRow): boolean => sheets(host_id);
  const ofItsUnit = ({ unit_id }: AnyRow): boolean => registry(unit_id);
  const ofReview = (id: string): boolean =>
    [...all.reviewOrganisers, ...all.reviewUnits].some(one => one.review_id === id && registry(one.unit_id));
  const models = all.models.filter(
    model =>
      ofItsUnit(model) ||
      all.registrations.some(one => one.model_id === model.id && registry(one.holder_id)) ||
      all.jointOwners.some(o => o.model_id === model.id && registry(o.unit_id!)),
  );
  const seen = new Set(models.map(({ id }) => id));
  return {
    ...all,
    models,
    themes: all.themes.filter(
      // Who reads the whole registry also sees what only a draft had that has it no more.
      theme => theme.listed === true || registry(null) || all.modelThemes.some(one => one.theme_id === theme.id && seen.has(one.model_id!)),
    ),
    registrations: all.registrations.filter(one => seen.has(one.model_id)),
    replications: all.replications.filter(edge => seen.has(edge.copy_id) || ofItsUnit(edge)),
    replicationPlans: all.replicationPlans.filter(ofItsUnit),
    stillAliveAnswers: all.stillAliveAnswers.filter(one => seen.has(one.model_id)),
    inspections: all.inspections.filter(one => seen.has(one.model_id) || ofItsUnit(one)),
    people: all.people.filter(
      person =>
        ofItsUnit(person) ||
        all.posts.some(post => post.person_id === person.id && registry(post.unit_id)) ||
        models.some(model => model.person_id === person.id) ||
        all.councilMembers.some(member => member.person_id === person.id && registry(member.unit_id)),
    ),
    criteriaSets: all.criteriaSets.filter(
      set =>
        set.issuer_id === null ||
        drafts(set.issuer_id) ||
        all.criteriaVersions.some(version => version.set_id === set.id && isLaw(version)),
    ),
    criteriaVersions: all.criteriaVersions.filter(
      version => isLaw(version) || isOthers(version) || drafts(all.criteriaSets.find(({ id }) => id === version.set_id)!.issuer_id),
    ),
    appraisalRounds: all.appraisalRounds.filter(
      round => ofItsUnit(round) || all.evaluations.some(one => one.round_id === round.id && ofItsUnit(one)),
    ),
    evaluations: all.evaluations.filter(ofEntry),
    scoreSheets: all.scoreSheets.filter(read),
    selfAssessments: all.selfAssessments.filter(
      one =>
        registry(all.evaluations.find(({ id }) => id === one.evaluation_id)!.unit_id) ||
        (one.state === 'SUBMITTED' && registry(one.host_id)),
    ),
    appraisalEvidence: all.appraisalEvidence.filter(({ evaluation_id }) => {
      const entry = all.evaluations.find(({ id }) => id === evaluation_id)!;
      const isSubmitted = all.selfAssessments.some(one => one.evaluation_id === evaluation_id && one.state === 'SUBMITTED');
      return registry(entry.unit_id) || (isSubmitted && registry(entry.host_id));
    }),
    appraisalComplaints: all.appraisalComplaints.filter(({ unit_id, host_id }) => registry(unit_id) || registry(host_id)),
    appraisalAssignments: all.appraisalAssignments.filter(read),
    appraisalConflicts: all.appraisalConflicts.filter(read),
    ownDecisions: all.decisions.filter(({ issuer_id }) => registry(issuer_id)),
    decisions: all.decisions.filter(({ state, issuer_id }) => state !== 'DRAFT' || registry(issuer_id)),
    commendations: all.commendations.filter(
      one =>
        registry(one.issuer_id) ||
        ofItsUnit(one) ||
        all.models.some(model => model.id === one.model_id && ofItsUnit(model)) ||
        all.jointOwners.some(o => o.model_id === one.model_id && registry(o.unit_id!)) ||
        all.people.some(person => person.id === one.person_id && ofItsUnit(person)) ||
        all.posts.some(post => post.person_id === one.person_id && registry(post.unit_id)),
    ),
    proposals: all.proposals.filter(one => proposals(one.proposer_id) || proposals(one.issuer_id)),
    holds: all.holds.filter(hold => decides(hold) || proposals(hold.unit_id) || proposedIn(all, hold).some(isBefore)),
    holdReasons: all.holds.filter(decides),
    councils: all.councils.filter(ofItsUnit),
    councilMembers: all.councilMembers.filter(ofItsUnit),
    councilRules: all.councilRules.filter(ofItsUnit),
    councilSessions: all.councilSessions.filter(ofItsUnit),
    figures: all.figures.filter(ofItsUnit),
    figureTargets: all.figureTargets.filter(ofItsUnit),
    figureRemarks: all.figureRemarks.filter(ofItsUnit),
    reviews: all.reviews.filter(one => registry(one.unit_id) || ofReview(one.id)),
    reviewTasks: all.reviewTasks.filter(one => registry(one.unit_id) || registry(one.owner_id) || ofReview(one.review_id)),
    reviewFreezes: all.reviewFreezes.filter(one => registry(one.unit_id) || ofReview(one.review_id)),
    savedViews: all.savedViews.filter(one => one.owner_id === own || (one.unit_id !== null && ofItsUnit(one))),
    // What changed while the view was its owner's alone stays the owner's.
    savedViewChanges: all.trail.filter(
      entry =>
        all.savedViews.some(one => one.id === entry.object_id && one.owner_id === own) || (entry.unit_id !== null && ofItsUnit(entry)),
    ),
    extensions: all.extensions.filter(ofItsUnit),
    targets: all.targets.filter(ofItsUnit),
    trail: all.trail.filter(entry => trail(entry.unit_id)),
    grants: all.grants.filter(grant => {
      const original = all.grants.find(one => one.id === grant.delegated_from);
      return given(grant.unit_id) || [grant.account_id, grant.api_token_id, original?.account_id].includes(own);
    }),
  };
}

/** Which units these places reach today; no unit in particular (`null`) only by the whole registry. */
export function reachedBy(places: readonly GrantedAt[], all: Rows, today: LocalDate): (unitId: string | null) => boolean {
  if (places.some(({ unitId, line }) => unitId === null && line === null)) return () => true;
  const units = new Set(places.flatMap(place => [...reachOfRight(place, all, today)]));
  return unitId => unitId !== null && units.has(unitId);
}

/** A right at a unit is one at the unit that goes on as this one, and at the territories that this one serves; of its line, where it is given for one. */
function reachOfRight({ unitId, line }: GrantedAt, all: Rows, today: LocalDate): string[] {
  const goesOnAs = (id: string, hops = 0): string | undefined => {
    if (
      contains(
        all.units.find(unit => unit.id === id)!,
        today,
      )
    )
      return id;
    const next = all.successions.find(s => s.whole && s.predecessor_id === id && s.effective_on <= today);
    return next && hops < 50 ? goesOnAs(next.successor_id, hops + 1) : undefined;
  };
  const top = unitId === null ? undefined : goesOnAs(unitId);
  const serves = all.servedTerritories.filter(one => top !== undefined && contains(one, today) && goesOnAs(one.body_id) === top);
  const tops = [top, ...serves.map(one => goesOnAs(one.territory_id))].filter(id => id !== undefined);
  const reached = new Set(tops.flatMap(id => [...NaiveReach.over(all).reach(id, today)]));
  return all.units.filter(unit => (unitId === null || reached.has(unit.id)) && (line === null || unit.line === line)).map(({ id }) => id);
}
