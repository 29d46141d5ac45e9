import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, ValidateNested } from 'class-validator';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { RefusesNull } from '../../../platform/graphql/change-input.js';
import { IsCode, IsWords } from '../../../platform/graphql/input-rules.js';
import { CommendationForm } from '../../commendations/forms/forms.js';
import { CommendedInput } from '../../commendations/grants/grant.inputs.js';

const MOST_ITEMS = 500;

@InputType({ description: 'A condition of a standard that is met (điều kiện đạt được).' })
export class MetConditionInput {
  @Field(() => String, {
    description: 'Its code, such as `EXEMPLARY`; a wrong one is refused with those that the form has (mã điều kiện).',
  })
  @IsCode(50)
  code: string;

  @Field(() => String, { description: 'What shows it (căn cứ).' })
  @IsWords(1_000)
  basis: string;
}

@InputType({ description: 'One line of a proposal (đối tượng đề nghị khen).' })
export class ProposedInput extends CommendedInput {
  @Field(() => [MetConditionInput], {
    nullable: true,
    description: 'The conditions of the standard that are met (điều kiện đạt được). Omitted or null: none is stated.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MetConditionInput)
  met?: MetConditionInput[] | null;
}

@InputType({ description: 'Input of `draftProposal` (lập tờ trình): from the results of a closed round, or by hand, or both.' })
export class DraftProposalInput {
  @Field(() => ID, { description: 'The body that proposes, in force today (cơ quan đề nghị).' })
  proposerId: string;

  @Field(() => String, { description: 'Title (trích yếu).' })
  @IsWords(500)
  title: string;

  @Field(() => ID, { nullable: true, description: 'The closed round whose results are proposed (đợt thẩm định). Omitted or null: none.' })
  roundId?: string | null;

  @Field(() => CommendationForm, {
    nullable: true,
    description: 'The form for the results of the round (hình thức). Omitted or null: the lines say it all.',
  })
  form?: CommendationForm | null;

  @Field(() => [ID], { nullable: true, description: 'Which results of the round (kết quả). Omitted or null: all that have a rank.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ITEMS)
  evaluationIds?: string[] | null;

  @Field(() => [ProposedInput], { nullable: true, description: 'Further lines (các dòng khác). Omitted or null: none.' })
  @IsOptional()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => ProposedInput)
  items?: ProposedInput[] | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `editProposal` (sửa tờ trình). What is omitted stays.' })
export class EditProposalInput {
  @Field(() => ID, { description: 'The proposal, not decided yet (tờ trình).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Another title (trích yếu). Omitted: unchanged. Null: refused.' })
  @RefusesNull()
  @IsWords(500)
  title?: string;

  @Field(() => [ProposedInput], { nullable: true, description: 'All lines anew (toàn bộ danh sách). Omitted: unchanged. Null: refused.' })
  @RefusesNull()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => ProposedInput)
  items?: ProposedInput[];
}
