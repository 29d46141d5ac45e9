/**
 * Every command that takes a day, by what that day has to do with a deadline. A new one is entered here; where its refusal depends on a deadline, a term or
 * a closing day, it asks `ruledDay` and has an attempt in no-deadline-is-passed-by-an-earlier-day.
 */
const names = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The deadline is asked by the registry’s clock; each has an attempt to pass it. */
export const BY_THE_CLOCK = names(`submitModels recordAppraisalComplaint openPublicComment`);

/** What units do themselves, with a day of what happened: no deadline, term or closing day refuses it. */
export const NO_DEADLINE = names(`
  draftModel editModel withdrawModels startModels stopModels resumeModels answerStillAlive reportFigure appointPerson correctPost endPost recordPerson delegateGrant`);

/** What a board or a leader states by the paper that they name: a source, a decision, minutes, a letter. */
export const BY_PAPER = names(`
  recordModelSubmissions recordPast recordPastCommendation recordPastRegistration recordModelFact recordModelRunning recordModelState retractModelFact
  receiveModels returnModels declineModels agreeModels openAppraisalOfModels recogniseModels revokeModels strengthenModels sustainModels
  correctAttestation correctCommendation draftCommendations grantCommendations revokeCommendation markRecovered
  recordDecision correctDecision issueDecision revokeDecision decideProposal sendProposal draftProposal editProposal
  askClearance answerClearance recordObjection answerObjection recordCouncilSession correctCouncilSession
  recordInspection correctInspection recordReplication correctReplication applyUnitEvent importUnitList reorganiseUnitsByLists`);

/** What sets a deadline or a plan for others, or for oneself a day that is to come. */
export const SETS_A_DEADLINE = names(`
  openRegistrationRound correctRegistrationRound extendRegistration moveRegistrationDeadline openAppraisalRound openReview correctReview extendReview
  addReviewTask correctReviewTask planInspection planReplication correctReplicationPlan placeHold correctHold reviewHold`);

/** From when to when something holds, which somebody with a right over it says. */
export const HOLDS_ON_DAYS = names(`
  addSector endSector appointCouncilMember correctCouncilMember endCouncilMembership createCouncil correctCouncil endCouncil setCouncilRule
  correctCouncilRule endCouncilRule setReceivingAuthority correctReceivingAuthority endReceivingAuthority launchMovement correctMovement endMovement
  renameMovement renameModel defineIndicator redefineIndicator setFigureTarget setMovementFormItems setRoundFormItems setCalendarYear
  draftCriteriaSet editCriteriaSetVersion recordMoneyRule replaceMoneyRule removeMoneyRule confirmMoneyRule
  recordServedTerritory endServedTerritory giveGrant createApiToken linkAccountToPerson endAccountPersonLink keepPersonalData`);
