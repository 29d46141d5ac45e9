import { lazy, type ComponentType, type ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import addresses from '../api/addresses.json';
import { NotFound } from '../ui/states.js';
import { pageWithWords as page } from './page-with-words.js';

const loadWaiting = async (): Promise<ComponentType> => (await import('../features/waiting/waiting.page.js')).WaitingPage;
const Waiting = lazy(async () => ({ default: await loadWaiting() }));
const waiting = <Waiting />;

/** While somebody signs in, the first page after it comes. */
export const prepareFirstPage = (): void => void loadWaiting();

const overview = page(async () => (await import('../features/overview/overview.page.js')).OverviewPage);
const models = page(async () => (await import('../features/models/models.page.js')).ModelsPage);
const model = page(async () => (await import('../features/models/model.page.js')).ModelPage);
const register = page(async () => (await import('../features/models/register.page.js')).RegisterPage);
const recordPast = page(async () => (await import('../features/models/register.page.js')).RecordPastPage);
const editModel = page(async () => (await import('../features/models/edit.page.js')).EditPage);
const registerAgain = page(async () => (await import('../features/models/edit.page.js')).RegisterAgainPage);
const movements = page(async () => (await import('../features/movements/movements.page.js')).MovementsPage);
const movement = page(async () => (await import('../features/movements/movement.page.js')).MovementPage);
const rounds = page(async () => (await import('../features/movements/rounds.page.js')).RoundsPage);
const round = page(async () => (await import('../features/movements/round.page.js')).RoundPage);
const registrations = page(async () => (await import('../features/registrations/registrations.page.js')).RegistrationsPage);
const decisions = page(async () => (await import('../features/decisions/decisions.page.js')).DecisionsPage);
const decision = page(async () => (await import('../features/decisions/decision.page.js')).DecisionPage);
const mySheets = page(async () => (await import('../features/appraisals/my-sheets.page.js')).MySheetsPage);
const appraisals = page(async () => (await import('../features/appraisals/appraisals.page.js')).AppraisalsPage);
const appraisal = page(async () => (await import('../features/appraisals/appraisal.page.js')).AppraisalPage);
const openAppraisal = page(async () => (await import('../features/appraisals/open.page.js')).OpenAppraisalPage);
const entry = page(async () => (await import('../features/appraisals/entry.page.js')).EntryPage);
const sheet = page(async () => (await import('../features/appraisals/sheet.page.js')).SheetPage);
const selfAssessment = page(async () => (await import('../features/appraisals/sheet.page.js')).SelfAssessmentPage);
const councils = page(async () => (await import('../features/councils/councils.page.js')).CouncilsPage);
const council = page(async () => (await import('../features/councils/council.page.js')).CouncilPage);
const councilSession = page(async () => (await import('../features/councils/session.page.js')).SessionPage);
const criteriaSets = page(async () => (await import('../features/criteria/criteria.page.js')).CriteriaPage);
const criteriaVersion = page(async () => (await import('../features/criteria/version.page.js')).VersionPage);
const figures = page(async () => (await import('../features/figures/figures.page.js')).FiguresPage);
const figure = page(async () => (await import('../features/figures/figure.page.js')).FigurePage);
const figureTargets = page(async () => (await import('../features/figures/targets.page.js')).FigureTargetsPage);
const reviews = page(async () => (await import('../features/reviews/reviews.page.js')).ReviewsPage);
const review = page(async () => (await import('../features/reviews/review.page.js')).ReviewPage);
const proposals = page(async () => (await import('../features/proposals/proposals.page.js')).ProposalsPage);
const proposal = page(async () => (await import('../features/proposals/proposal.page.js')).ProposalPage);
const draftProposal = page(async () => (await import('../features/proposals/draft.page.js')).DraftProposalPage);
const editProposal = page(async () => (await import('../features/proposals/edit.page.js')).EditProposalPage);
const decideProposal = page(async () => (await import('../features/proposals/decide.page.js')).DecideProposalPage);
const holds = page(async () => (await import('../features/holds/holds.page.js')).HoldsPage);
const hold = page(async () => (await import('../features/holds/hold.page.js')).HoldPage);
const commendations = page(async () => (await import('../features/commendations/commendations.page.js')).CommendationsPage);
const commendation = page(async () => (await import('../features/commendations/commendation.page.js')).CommendationPage);
const grant = page(async () => (await import('../features/commendations/grant.page.js')).GrantPage);
const units = page(async () => (await import('../features/units/units.page.js')).UnitsPage);
const unit = page(async () => (await import('../features/units/unit.page.js')).UnitPage);
const unitEvents = page(async () => (await import('../features/units/unit-events.page.js')).UnitEventsPage);
const unitEvent = page(async () => (await import('../features/units/event.page.js')).EventPage);
const authorities = page(async () => (await import('../features/authorities/authorities.page.js')).AuthoritiesPage);
const unitList = page(async () => (await import('../features/units/list.page.js')).UnitListPage);
const results = page(async () => (await import('../features/appraisals/results.page.js')).ResultsPage);
const people = page(async () => (await import('../features/people/people.page.js')).PeoplePage);
const person = page(async () => (await import('../features/people/person.page.js')).PersonPage);
const search = page(async () => (await import('../features/search/search.page.js')).SearchPage);
const accounts = page(async () => (await import('../features/accounts/accounts.page.js')).AccountsPage);
const grants = page(async () => (await import('../features/accounts/grants.page.js')).GrantsPage);
const tokens = page(async () => (await import('../features/accounts/tokens.page.js')).TokensPage);
const trail = page(async () => (await import('../features/trail/trail.page.js')).TrailPage);
const exportedFiles = page(async () => (await import('../features/exports/exports.page.js')).ExportsPage);
const profile = page(async () => (await import('../features/profile/profile.page.js')).ProfilePage);

export function Pages(): ReactNode {
  const { pathname } = useLocation();
  return (
    // Another address is another page: nothing typed for one thing goes to the next.
    <Routes key={pathname}>
      <Route path="/" element={waiting} />
      <Route path={`/${addresses.waiting}`} element={waiting} />
      <Route path={`/${addresses.overview}`} element={overview} />
      <Route path={`/${addresses.models}`} element={models} />
      <Route path={`/${addresses.models}/moi`} element={register} />
      <Route path={`/${addresses.models}/nhap`} element={recordPast} />
      <Route path={`/${addresses.models}/:id`} element={model} />
      <Route path={`/${addresses.models}/:id/sua`} element={editModel} />
      <Route path={`/${addresses.models}/:id/dang-ky-lai`} element={registerAgain} />
      <Route path={`/${addresses.movements}`} element={movements} />
      <Route path={`/${addresses.movements}/:id`} element={movement} />
      <Route path={`/${addresses.rounds}`} element={rounds} />
      <Route path={`/${addresses.rounds}/:id`} element={round} />
      <Route path={`/${addresses.registrations}`} element={registrations} />
      <Route path={`/${addresses.decisions}`} element={decisions} />
      <Route path={`/${addresses.decisions}/:id`} element={decision} />
      <Route path={`/${addresses.mySheets}`} element={mySheets} />
      <Route path={`/${addresses.appraisals}`} element={appraisals} />
      <Route path={`/${addresses.appraisals}/mo`} element={openAppraisal} />
      <Route path={`/${addresses.appraisals}/:id`} element={appraisal} />
      <Route path={`/${addresses.appraisals}/ho-so/:id`} element={entry} />
      <Route path={`/${addresses.appraisals}/ho-so/:id/cham`} element={sheet} />
      <Route path={`/${addresses.appraisals}/ho-so/:id/tu-cham`} element={selfAssessment} />
      <Route path={`/${addresses.results}`} element={results} />
      <Route path={`/${addresses.councils}`} element={councils} />
      <Route path={`/${addresses.councils}/:id`} element={council} />
      <Route path={`/${addresses.councils}/phien-hop/:id`} element={councilSession} />
      <Route path={`/${addresses.criteriaSets}`} element={criteriaSets} />
      <Route path={`/${addresses.criteriaSets}/:id`} element={criteriaVersion} />
      <Route path={`/${addresses.figures}`} element={figures} />
      <Route path={`/${addresses.figures}/chi-tieu`} element={figureTargets} />
      <Route path={`/${addresses.figures}/:id`} element={figure} />
      <Route path={`/${addresses.reviews}`} element={reviews} />
      <Route path={`/${addresses.reviews}/:id`} element={review} />
      <Route path={`/${addresses.proposals}`} element={proposals} />
      <Route path={`/${addresses.proposals}/lap`} element={draftProposal} />
      <Route path={`/${addresses.proposals}/:id`} element={proposal} />
      <Route path={`/${addresses.proposals}/:id/sua`} element={editProposal} />
      <Route path={`/${addresses.proposals}/:id/quyet-dinh`} element={decideProposal} />
      <Route path={`/${addresses.holds}`} element={holds} />
      <Route path={`/${addresses.holds}/:id`} element={hold} />
      <Route path={`/${addresses.commendations}`} element={commendations} />
      <Route path={`/${addresses.commendations}/tang`} element={grant} />
      <Route path={`/${addresses.commendations}/:id`} element={commendation} />
      <Route path={`/${addresses.units}`} element={units} />
      <Route path={`/${addresses.units}/:id`} element={unit} />
      <Route path={`/${addresses.unitEvents}`} element={unitEvents} />
      <Route path={`/${addresses.unitEvents}/moi`} element={unitEvent} />
      <Route path={`/${addresses.unitEvents}/danh-muc`} element={unitList} />
      <Route path={`/${addresses.authorities}`} element={authorities} />
      <Route path={`/${addresses.people}`} element={people} />
      <Route path={`/${addresses.people}/:id`} element={person} />
      <Route path={`/${addresses.search}`} element={search} />
      <Route path={`/${addresses.accounts}`} element={accounts} />
      <Route path={`/${addresses.grants}`} element={grants} />
      <Route path={`/${addresses.tokens}`} element={tokens} />
      <Route path={`/${addresses.trail}`} element={trail} />
      <Route path={`/${addresses.profile}/ket-xuat`} element={exportedFiles} />
      <Route path={`/${addresses.profile}`} element={profile} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
