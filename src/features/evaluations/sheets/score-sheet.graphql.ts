import { Field, Int, ObjectType } from '@nestjs/graphql';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { DateTimeScalar, DecimalScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { Node } from '../../../platform/graphql/node.js';
import type { LocalDate } from '../../../shared/dates.js';
import { describe } from '../../../shared/terms.js';
import { ItemMark } from '../../criteria/rules/sheet.js';
import { Person } from '../../people/person.graphql.js';
import { SheetState } from '../evaluation.kinds.js';
import { evaluationTerms } from '../evaluation.terms.js';

registerEnum(SheetState, 'ScoreSheetState', evaluationTerms.ScoreSheetState);

@ObjectType({ description: describe(evaluationTerms.SheetScore) })
export class SheetScore {
  @Field(() => String, { description: 'Code of the criterion (mã tiêu chí).' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Points (điểm). Null: none.' })
  points: string | null;

  @Field(() => ItemMark, { nullable: true, description: 'Whether the item is met (đạt hay không). Null: no checklist, or not marked.' })
  mark: ItemMark | null;

  @Field(() => String, { nullable: true, description: 'Name of the described level (mức). Null: none was chosen.' })
  level: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words: of the unit its evidence, of a member the reasons (minh chứng, nhận xét). Null: none.',
  })
  words: string | null;
}

@ObjectType({ description: describe(evaluationTerms.SheetRevision) })
export class SheetRevision {
  @Field(() => Int, { description: 'The `version` that the sheet had (lần lưu).' })
  number: number;

  @Field(() => SheetState, { description: 'Its state (trạng thái).' })
  state: SheetState;

  @Field(() => DateTimeScalar, { description: 'When it was saved (lúc lưu).' })
  at: Date;

  @Field(() => String, { description: 'Who saved it (người lưu).' })
  by: string;

  @Field(() => String, { description: 'What it said, as JSON (nội dung).' })
  content: string;
}

@ObjectType({ implements: () => Node, description: describe(evaluationTerms.ScoreSheet) })
export class ScoreSheet extends Node {
  @Field(() => Person, { nullable: true, description: 'Who scored (người chấm). Null: you do not see their record.' })
  scorer: Person | null;

  @Field(() => SheetState, { description: 'State (trạng thái).' })
  state: SheetState;

  @Field(() => [SheetScore], { description: 'Points by criterion, in reading order (điểm từng tiêu chí).' })
  scores: SheetScore[];

  @Field(() => DecimalScalar, { nullable: true, description: 'Running total of the points on it (tổng điểm của phiếu). Null: no points.' })
  total: string | null;

  @Field(() => String, { nullable: true, description: 'Words on the whole, or the reason for abstaining (nhận xét chung). Null: none.' })
  remark: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The signed sheet that board staff entered it from (phiếu giấy). Null: its scorer entered it.',
  })
  paper: string | null;

  @Field(() => String, { description: 'Who entered it (người nhập).' })
  enteredBy: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was submitted (ngày nộp). Null: it is not.' })
  submittedOn: LocalDate | null;

  @Field(() => [SheetRevision], { description: 'Its history, the latest first (các lần lưu).' })
  revisions: SheetRevision[];

  @Field(() => Int)
  version: number;
}

@ObjectType({ description: describe(evaluationTerms.SelfAssessment) })
export class SelfAssessment {
  @Field(() => SheetState, { description: 'State (trạng thái).' })
  state: SheetState;

  @Field(() => [SheetScore], { description: 'Points and evidence by criterion, in reading order (điểm và minh chứng từng tiêu chí).' })
  scores: SheetScore[];

  @Field(() => DecimalScalar, { nullable: true, description: 'Running total of the points on it (tổng điểm của phiếu). Null: no points.' })
  total: string | null;

  @Field(() => String, { nullable: true, description: 'Words on the whole (nhận xét chung). Null: none.' })
  remark: string | null;

  @Field(() => String, { description: 'Who entered it (người nhập).' })
  enteredBy: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was submitted (ngày nộp). Null: it is not.' })
  submittedOn: LocalDate | null;

  @Field(() => Int)
  version: number;
}
