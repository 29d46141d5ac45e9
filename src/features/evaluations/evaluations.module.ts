import { Module } from '@nestjs/common';
import { provideChecks } from '../../platform/doctor/doctor.js';
import { provideRecordKinds } from '../../platform/records/record-kinds.js';
import { CouncilsModule } from '../councils/councils.module.js';
import { CriteriaModule } from '../criteria/criteria.module.js';
import { ModelsModule } from '../models/models.module.js';
import { PeopleModule } from '../people/people.module.js';
import { UnitsModule } from '../units/units.module.js';
import { AppraisalGuard } from './appraisal-guard.js';
import { ComplaintsResolver } from './complaints/complaints.resolver.js';
import { ComplaintsService } from './complaints/complaints.service.js';
import { AppraisalEvidenceResolver } from './evidence/appraisal-evidence.resolver.js';
import { AppraisalEvidenceService } from './evidence/appraisal-evidence.service.js';
import { complaintChecks } from './complaints/appraisal-complaint.checks.js';
import { evaluationChecks } from './evaluation.checks.js';
import { evidenceChecks } from './evidence/appraisal-evidence.checks.js';
import { evaluationsAtRest, roundsAtRest } from './evaluation.records.js';
import { EvaluationsResolver, ModelEvaluationsResolver, UnitEvaluationsResolver } from './evaluations.resolver.js';
import { AppraisalJudgesResolver } from './judges/appraisal-judges.resolver.js';
import { AssignmentsService } from './judges/assignments.service.js';
import { ConflictsService } from './judges/conflicts.service.js';
import { Judges } from './judges/judges.js';
import { EvaluationAppraisals } from './ports/appraisal-facts.source.js';
import { EvaluationDependents } from './ports/evaluation.dependents.js';
import { EvaluationPersonMentions } from './ports/evaluation.person-mentions.js';
import { DecisionsService } from './results/decisions.service.js';
import { RoundExports } from './results/round-export.reader.js';
import { ResultsService } from './results/results.service.js';
import { AppraisalRoundsResolver } from './rounds/appraisal-rounds.resolver.js';
import { AppraisalRoundsService } from './rounds/appraisal-rounds.service.js';
import { RoundActions } from './rounds/round-actions.js';
import { RoundEntries } from './rounds/round-entries.js';
import { ScoreSheetsResolver } from './sheets/score-sheets.resolver.js';
import { ScoreSheetsService } from './sheets/score-sheets.service.js';
import { RoundStudies } from './studies/round-studies.reader.js';
import { RoundStudiesResolver } from './studies/round-studies.resolver.js';
import { VersionContents } from './version-contents.js';

@Module({
  imports: [UnitsModule, PeopleModule, CriteriaModule, CouncilsModule, ModelsModule],
  providers: [
    provideChecks([...evaluationChecks, ...evidenceChecks, ...complaintChecks]),
    provideRecordKinds(evaluationsAtRest, roundsAtRest),
    AppraisalEvidenceResolver,
    AppraisalEvidenceService,
    AppraisalGuard,
    AppraisalJudgesResolver,
    AppraisalRoundsResolver,
    AppraisalRoundsService,
    AssignmentsService,
    ComplaintsResolver,
    ComplaintsService,
    ConflictsService,
    DecisionsService,
    EvaluationAppraisals,
    EvaluationDependents,
    EvaluationPersonMentions,
    EvaluationsResolver,
    Judges,
    ModelEvaluationsResolver,
    ResultsService,
    RoundActions,
    RoundEntries,
    RoundExports,
    RoundStudies,
    RoundStudiesResolver,
    ScoreSheetsResolver,
    ScoreSheetsService,
    UnitEvaluationsResolver,
    VersionContents,
  ],
  exports: [AppraisalRoundsService, AssignmentsService, DecisionsService, ResultsService, ScoreSheetsService],
})
export class EvaluationsModule {}
