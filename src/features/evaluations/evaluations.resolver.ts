import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CheckedArgs } from '../../platform/access/allow.js';
import type { Page } from '../../platform/graphql/connection.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import { ShowsOne, ShowsPage, declared } from '../../platform/views/shows.js';
import { EmulationModel } from '../models/model.graphql.js';
import { Unit } from '../units/unit.graphql.js';
import { EvaluationArgs, EvaluationPageArgs, EvaluationsArgs } from './evaluation.filter.js';
import { Evaluation, EvaluationConnection, EvaluationPayload } from './evaluation.graphql.js';
import { DecideGradeInput, StateAppraisalFactsInput } from './evaluation.inputs.js';
import { evaluationView } from './evaluation.view.js';
import { DecisionsService } from './results/decisions.service.js';

@Resolver(() => Evaluation)
export class EvaluationsResolver {
  constructor(private readonly decisions: DecisionsService) {}

  @Query(() => EvaluationConnection, {
    description: 'Entries of appraisal rounds with their results, as far as you may see (kết quả thẩm định).',
  })
  @Allow('registry.read')
  @ShowsPage(evaluationView)
  evaluations(@Args() _args: EvaluationsArgs): Page<Evaluation> {
    return declared();
  }

  @Query(() => Evaluation, {
    nullable: true,
    description: 'One entry with its result (kết quả thẩm định). Null: you see none with this identifier.',
  })
  @Allow('registry.read')
  @ShowsOne(evaluationView)
  evaluation(@Args() _args: EvaluationArgs): Evaluation | null {
    return declared();
  }

  @Mutation(() => EvaluationPayload, {
    description: 'States bonus, penalty and answers to knock-outs, caps and conditions (ghi điểm thưởng, điểm trừ, câu trả lời).',
  })
  @Allow('appraisal.manage')
  stateAppraisalFacts(
    @Args('input', { type: () => StateAppraisalFactsInput }) input: StateAppraisalFactsInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, StateAppraisalFactsInput, input, async () => {
      return { evaluation: await this.decisions.stateFacts(context.signedIn, { ...input, id: idOf('Evaluation', input.id, 'id') }) };
    });
  }

  @Mutation(() => EvaluationPayload, { description: 'Decides the grade where the text gives none (quyết định xếp loại).' })
  @Allow('appraisal.decide')
  decideGrade(
    @Args('input', { type: () => DecideGradeInput }) input: DecideGradeInput,
    @Context() context: RequestContext,
  ): Promise<EvaluationPayload> {
    return mutate(context, DecideGradeInput, input, async () => {
      const { expectedVersion, grade, reason } = input;
      const seen = { id: idOf('Evaluation', input.id, 'id'), expectedVersion };
      return { evaluation: await this.decisions.decideGrade(context.signedIn, seen, grade, reason) };
    });
  }
}

/** Adds the fields of evaluations to models. */
@Resolver(() => EmulationModel)
export class ModelEvaluationsResolver {
  @ResolveField(() => [Evaluation], { description: 'Its entries in appraisal rounds by the day, the earliest first (các lần thẩm định).' })
  evaluations(): Evaluation[] {
    return declared();
  }

  @ResolveField(() => Evaluation, {
    nullable: true,
    description: 'Its latest entry by closing day, among rounds that were closed by the day (kết quả thẩm định gần nhất). Null: none.',
  })
  latestEvaluation(): Evaluation | null {
    return declared();
  }
}

/** Adds the field `evaluations` to units. */
@Resolver(() => Unit)
export class UnitEvaluationsResolver {
  @ResolveField(() => EvaluationConnection, {
    description: 'Entries of the unit and of its models in appraisal rounds (kết quả thẩm định).',
  })
  @CheckedArgs()
  evaluations(@Args() _args: EvaluationPageArgs): Page<Evaluation> {
    return declared();
  }
}
