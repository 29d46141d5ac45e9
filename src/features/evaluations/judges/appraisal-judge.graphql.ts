import { Field, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { Person } from '../../people/person.graphql.js';
import { AssignedHow, ConflictReason } from '../evaluation.kinds.js';
import { evaluationTerms } from '../evaluation.terms.js';

registerEnum(AssignedHow, 'AssignedHow', evaluationTerms.AssignedHow);
registerEnum(ConflictReason, 'ConflictReason', evaluationTerms.ConflictReason);

@ObjectType({ description: describe(evaluationTerms.AppraisalConflict) })
export class AppraisalConflict {
  @Field(() => ConflictReason, { description: 'Why (lý do).' })
  reason: ConflictReason;

  @Field(() => Boolean, { description: 'Whether it was declared; otherwise the registry found it (tự khai báo).' })
  declared: boolean;

  @Field(() => String, { nullable: true, description: 'The reason in words (diễn giải). Null: none were given.' })
  words: string | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it was found or declared (ngày ghi nhận).' })
  foundOn: LocalDate;

  @Field(() => String, { nullable: true, description: 'Why a second person overrode it (lý do chấp thuận). Null: nobody did.' })
  overrideReason: string | null;

  @Field(() => String, { nullable: true, description: 'Who overrode it (người chấp thuận). Null: nobody did.' })
  overriddenBy: string | null;
}

@ObjectType({ description: describe(evaluationTerms.AppraisalJudge) })
export class AppraisalJudge {
  @Field(() => Person, { nullable: true, description: 'The person (người). Null: you do not see their record.' })
  person: Person | null;

  @Field(() => AssignedHow, {
    nullable: true,
    description: 'How they were assigned (cách phân công). Null: they are not, because of a conflict.',
  })
  how: AssignedHow | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which they were assigned (ngày phân công). Null: they are not.',
  })
  assignedOn: LocalDate | null;

  @Field(() => [AppraisalConflict], { description: 'Conflicts of interest (xung đột lợi ích).' })
  conflicts: AppraisalConflict[];
}
