import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Unit } from '../../features/units/unit.graphql.js';
import { ObjectChange } from '../../platform/audit/object-history.graphql.js';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { ConnectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { registerEnum } from '../../platform/graphql/enum.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { Node } from '../../platform/graphql/node.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import type { Id } from '../../shared/ids.js';
import { describe } from '../../shared/terms.js';
import { savedViewTerms } from './saved-view.terms.js';

/** What a saved view asks, with the root field whose arguments it holds. */
export const SAVED_FIELDS = {
  MODELS: 'models',
  REGISTRATIONS: 'registrations',
  EVALUATIONS: 'evaluations',
  COMMENDATIONS: 'commendations',
  DECISIONS: 'decisions',
  PROPOSALS: 'proposals',
  REPLICATIONS: 'replications',
  FIGURES: 'figures',
  REVIEWS: 'reviews',
  PEOPLE: 'people',
  UNITS: 'units',
  WAITING: 'waitingForMe',
  STATISTICS: 'statistics',
  MODEL_FACETS: 'modelFacets',
} as const;
export type SavedViewList = keyof typeof SAVED_FIELDS;

export const SavedViewList = Object.fromEntries(Object.keys(SAVED_FIELDS).map(name => [name, name])) as { [K in SavedViewList]: K };
registerEnum(SavedViewList, 'SavedViewList', savedViewTerms.SavedViewList);

@ObjectType({ implements: () => Node, description: describe(savedViewTerms.SavedView) })
export class SavedView extends Node {
  @Field(() => String, { description: 'Name (tên).' })
  name: string;

  @Field(() => SavedViewList, { description: 'Which list or table it asks for (danh sách).' })
  lists: SavedViewList;

  @Field(() => JsonScalar, { description: 'The arguments of that root field, as they were saved (tham số).' })
  arguments: object;

  @Field(() => Unit, { nullable: true, description: 'The unit with which it is shared (dùng chung cho đơn vị). Null: with nobody.' })
  unit: Unit | null;

  @Field(() => String, { description: 'The display name of its owner (người lưu).' })
  ownerName: string;

  @Field(() => DateTimeScalar, { description: 'When it was saved or last changed (thời điểm lưu).' })
  changedAt: Date;

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange], {
    description:
      'The changes of it, the latest first (lịch sử). To others than its owner: those made while it was shared with a unit that they read. Of more than 500 of one unit, or of its owner alone, the latest 500.',
  })
  history: ObjectChange[];
}

@ObjectType({ description: describe(savedViewTerms.SavedViewProblem) })
export class SavedViewProblem {
  @Field(() => [String], { description: 'Path of the value within `arguments` (đường dẫn).' })
  path: string[];

  @Field(() => String, { description: 'What is wrong, in the language of the request (nội dung).' })
  message: string;
}

export const SavedViewConnection = ConnectionOf(SavedView, 'SavedView');

export const SavedViewOrder = { NAME: 'NAME', CHANGED_DESC: 'CHANGED_DESC' } as const;
export type SavedViewOrder = keyof typeof SavedViewOrder;
registerEnum(SavedViewOrder, 'SavedViewOrder', savedViewTerms.SavedViewOrder);

@InputType({ description: 'Conditions on saved views (điều kiện lọc bộ lọc đã lưu). One that is omitted or null is not applied.' })
export class SavedViewFilter {
  @Field(() => [SavedViewList], { nullable: true, description: 'Only views of one of these lists (danh sách).' })
  @IsOptional()
  @ArrayMaxSize(30)
  lists?: SavedViewList[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are shared with a unit, or only those that are not (dùng chung).' })
  shared?: boolean | null;
}

@ArgsType()
export class SavedViewsArgs extends PageArgs {
  @Field(() => SavedViewFilter, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SavedViewFilter)
  filter?: SavedViewFilter | null;

  @Field(() => SavedViewOrder, { defaultValue: SavedViewOrder.NAME })
  orderBy: SavedViewOrder;
}

const MAX_ARGUMENTS = 20_000;

@InputType({ description: 'A question to save by a name (lưu bộ lọc).' })
export class SaveViewInput {
  @Field(() => String, { description: 'Name, of which you have one (tên).' })
  @IsWords(200)
  name: string;

  @Field(() => SavedViewList, { description: 'Which list or table it asks for (danh sách).' })
  lists: SavedViewList;

  @Field(() => String, {
    description:
      'The arguments of that root field as a JSON object in text, without `first` and `after` (tham số, dạng JSON). For example: `{"filter": {"state": ["RECOGNISED"]}, "orderBy": "TITLE"}`.',
  })
  @MaxLength(MAX_ARGUMENTS)
  arguments: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class EditViewInput {
  @Field(() => ID, { description: 'The saved view (bộ lọc đã lưu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Name, of which you have one (tên).' })
  @RefusesNull()
  @IsWords(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'The arguments as a JSON object in text (tham số, dạng JSON).' })
  @RefusesNull()
  @MaxLength(MAX_ARGUMENTS)
  arguments?: string;
}

@InputType({ description: 'Input of `shareView` (dùng chung bộ lọc).' })
export class ShareViewInput {
  @Field(() => ID, { description: 'The saved view (bộ lọc đã lưu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => ID, { description: 'The unit with which it is shared, in place of another one (đơn vị).' })
  unitId: string;
}

@InputType({ description: 'One of your saved views (bộ lọc đã lưu của bạn).' })
export class OwnViewInput {
  @Field(() => ID, { description: 'The saved view (bộ lọc đã lưu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;
}

@ObjectType({ implements: () => MutationPayload })
export class SavedViewPayload extends MutationPayload {
  @Field(() => SavedView, { nullable: true })
  savedView?: Id | null;
}
