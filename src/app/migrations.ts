import { Platform1700000000001 } from './migrations/1700000000001-platform.js';
import { Units1700000000002 } from './migrations/1700000000002-units.js';
import { Accounts1700000000003 } from './migrations/1700000000003-accounts.js';
import { Sectors1700000000004 } from './migrations/1700000000004-sectors.js';
import { Models1700000000005 } from './migrations/1700000000005-models.js';
import { Search1700000000006 } from './migrations/1700000000006-search.js';
import { Movements1700000000007 } from './migrations/1700000000007-movements.js';
import { ModelLife1700000000008 } from './migrations/1700000000008-model-life.js';
import { ReadPathIndexes1700000000009 } from './migrations/1700000000009-read-path-indexes.js';
import { SignIn1700000000010 } from './migrations/1700000000010-sign-in.js';
import { SecondFactors1700000000011 } from './migrations/1700000000011-second-factors.js';
import { SingleSignOn1700000000012 } from './migrations/1700000000012-single-sign-on.js';
import { Grants1700000000013 } from './migrations/1700000000013-grants.js';
import { RateLimit1700000000016 } from './migrations/1700000000016-rate-limit.js';
import { Trail1700000000018 } from './migrations/1700000000018-trail.js';
import { People1700000000019 } from './migrations/1700000000019-people.js';
import { PeopleOfModels1700000000020 } from './migrations/1700000000020-people-of-models.js';
import { ModelCopies1700000000023 } from './migrations/1700000000023-model-copies.js';
import { Files1700000000024 } from './migrations/1700000000024-files.js';
import { Attachments1700000000025 } from './migrations/1700000000025-attachments.js';
import { Delegation1700000000026 } from './migrations/1700000000026-delegation.js';
import { ModelsOfAHolder1700000000027 } from './migrations/1700000000027-models-of-a-holder.js';
import { WaitingModels1700000000028 } from './migrations/1700000000028-waiting-models.js';
import { UnitsOfPeople1700000000029 } from './migrations/1700000000029-units-of-people.js';
import { WalksKnowTheHolder1700000000030 } from './migrations/1700000000030-walks-know-the-holder.js';
import { MergedModels1700000000031 } from './migrations/1700000000031-merged-models.js';
import { StepsNameUnits1700000000032 } from './migrations/1700000000032-steps-name-units.js';
import { UnitPlaces1700000000033 } from './migrations/1700000000033-unit-places.js';
import { ConfirmedUnits1700000000034 } from './migrations/1700000000034-confirmed-units.js';
import { PlainSigns1700000000035 } from './migrations/1700000000035-plain-signs.js';
import { MergedRecords1700000000036 } from './migrations/1700000000036-merged-records.js';
import { PapersOfThePast1700000000037 } from './migrations/1700000000037-papers-of-the-past.js';
import { Villages1700000000038 } from './migrations/1700000000038-villages.js';
import { FormerMovementNames1700000000039 } from './migrations/1700000000039-former-movement-names.js';
import { Registrations1700000000040 } from './migrations/1700000000040-registrations.js';
import { EverydayAbbreviations1700000000046 } from './migrations/1700000000046-everyday-abbreviations.js';
import { RequiredFormItems1700000000047 } from './migrations/1700000000047-required-form-items.js';
import { Criteria1700000000048 } from './migrations/1700000000048-criteria.js';
import { Councils1700000000049 } from './migrations/1700000000049-councils.js';
import { Evaluations1700000000050 } from './migrations/1700000000050-evaluations.js';
import { DaysOfPapers1700000000058 } from './migrations/1700000000058-days-of-papers.js';
import { Commendations1700000000060 } from './migrations/1700000000060-commendations.js';
import { LifeOfDecisions1700000000061 } from './migrations/1700000000061-life-of-decisions.js';
import { CommendedModels1700000000062 } from './migrations/1700000000062-commended-models.js';
import { Replications1700000000064 } from './migrations/1700000000064-replications.js';
import { RunningModels1700000000065 } from './migrations/1700000000065-running-models.js';
import { Calendar1700000000066 } from './migrations/1700000000066-calendar.js';
import { BlindRounds1700000000067 } from './migrations/1700000000067-blind-rounds.js';
import { RequiredAppraisals1700000000068 } from './migrations/1700000000068-required-appraisals.js';
import { EvidenceAndComplaints1700000000069 } from './migrations/1700000000069-evidence-and-complaints.js';
import { SealedHead1700000000070 } from './migrations/1700000000070-sealed-head.js';
import { GivenNames1700000000071 } from './migrations/1700000000071-given-names.js';
import { Exports1700000000075 } from './migrations/1700000000075-exports.js';
import { Indicators1700000000078 } from './migrations/1700000000078-indicators.js';
import { Reviews1700000000079 } from './migrations/1700000000079-reviews.js';
import { Proposals1700000000082 } from './migrations/1700000000082-proposals.js';
import { CommendationQuotas1700000000083 } from './migrations/1700000000083-commendation-quotas.js';
import { Holds1700000000084 } from './migrations/1700000000084-holds.js';
import { FallenCommendations1700000000087 } from './migrations/1700000000087-fallen-commendations.js';
import { ListedCommendations1700000000088 } from './migrations/1700000000088-listed-commendations.js';
import { InspectionFiles1700000000089 } from './migrations/1700000000089-inspection-files.js';
import { EffectsOfEvents1700000000090 } from './migrations/1700000000090-effects-of-events.js';
import { ListedThemes1700000000091 } from './migrations/1700000000091-listed-themes.js';
import { FigureTargets1700000000097 } from './migrations/1700000000097-figure-targets.js';
import { ReviewCommendations1700000000098 } from './migrations/1700000000098-review-commendations.js';
import { MoneyOfOtherTitles1700000000099 } from './migrations/1700000000099-money-of-other-titles.js';
import { RulesOfMoneyThatFollow1700000000100 } from './migrations/1700000000100-rules-of-money-that-follow.js';
import { ServedTerritories1700000000106 } from './migrations/1700000000106-served-territories.js';
import { KeptCounts1700000000108 } from './migrations/1700000000108-kept-counts.js';
import { SavedViews1700000000111 } from './migrations/1700000000111-saved-views.js';
import { OrdersOfModels1700000000112 } from './migrations/1700000000112-orders-of-models.js';
import { AuthorsOfRemarks1700000000113 } from './migrations/1700000000113-authors-of-remarks.js';
import { RoomOfExports1700000000114 } from './migrations/1700000000114-room-of-exports.js';
import { LastOfSuccessors1700000000115 } from './migrations/1700000000115-last-of-successors.js';
import { RowsThatRefer1700000000116 } from './migrations/1700000000116-rows-that-refer.js';
import { PlacesOfManyUnits1700000000117 } from './migrations/1700000000117-places-of-many-units.js';

/** Every migration of the registry, in order. */
export const migrations = [
  Platform1700000000001,
  Units1700000000002,
  Accounts1700000000003,
  Sectors1700000000004,
  Models1700000000005,
  Search1700000000006,
  Movements1700000000007,
  ModelLife1700000000008,
  ReadPathIndexes1700000000009,
  SignIn1700000000010,
  SecondFactors1700000000011,
  SingleSignOn1700000000012,
  Grants1700000000013,
  RateLimit1700000000016,
  Trail1700000000018,
  People1700000000019,
  PeopleOfModels1700000000020,
  ModelCopies1700000000023,
  Files1700000000024,
  Attachments1700000000025,
  Delegation1700000000026,
  ModelsOfAHolder1700000000027,
  WaitingModels1700000000028,
  UnitsOfPeople1700000000029,
  WalksKnowTheHolder1700000000030,
  MergedModels1700000000031,
  StepsNameUnits1700000000032,
  UnitPlaces1700000000033,
  ConfirmedUnits1700000000034,
  PlainSigns1700000000035,
  MergedRecords1700000000036,
  PapersOfThePast1700000000037,
  Villages1700000000038,
  FormerMovementNames1700000000039,
  Registrations1700000000040,
  EverydayAbbreviations1700000000046,
  RequiredFormItems1700000000047,
  Criteria1700000000048,
  Councils1700000000049,
  Evaluations1700000000050,
  DaysOfPapers1700000000058,
  Commendations1700000000060,
  LifeOfDecisions1700000000061,
  CommendedModels1700000000062,
  Replications1700000000064,
  RunningModels1700000000065,
  Calendar1700000000066,
  BlindRounds1700000000067,
  RequiredAppraisals1700000000068,
  EvidenceAndComplaints1700000000069,
  SealedHead1700000000070,
  GivenNames1700000000071,
  Exports1700000000075,
  Indicators1700000000078,
  Reviews1700000000079,
  Proposals1700000000082,
  CommendationQuotas1700000000083,
  Holds1700000000084,
  FallenCommendations1700000000087,
  ListedCommendations1700000000088,
  InspectionFiles1700000000089,
  EffectsOfEvents1700000000090,
  ListedThemes1700000000091,
  FigureTargets1700000000097,
  ReviewCommendations1700000000098,
  MoneyOfOtherTitles1700000000099,
  RulesOfMoneyThatFollow1700000000100,
  ServedTerritories1700000000106,
  KeptCounts1700000000108,
  SavedViews1700000000111,
  OrdersOfModels1700000000112,
  AuthorsOfRemarks1700000000113,
  RoomOfExports1700000000114,
  LastOfSuccessors1700000000115,
  RowsThatRefer1700000000116,
  PlacesOfManyUnits1700000000117,
];
