import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ObjectChange } from '../../../platform/audit/object-history.graphql.js';
import { File } from '../../../platform/files/file.graphql.js';
import { ChangeInput, RefusesNull } from '../../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { Node } from '../../../platform/graphql/node.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { describe } from '../../../shared/terms.js';
import { EmulationModel } from '../../models/model.graphql.js';
import { Unit } from '../../units/unit.graphql.js';
import { inspectionTerms } from './inspection.terms.js';

@ObjectType({ implements: () => Node, description: describe(inspectionTerms.Inspection) })
export class Inspection extends Node {
  @Field(() => EmulationModel, { nullable: true, description: 'The model (mô hình). Null: you do not see it.' })
  model: EmulationModel | null;

  @Field(() => Unit, { description: 'The unit that inspects (đơn vị kiểm tra).' })
  unit: Unit;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is planned for (ngày dự kiến). Null: it was not planned.' })
  plannedOn: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was held (ngày kiểm tra). Null: not yet.' })
  heldOn: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Who is in the team, as the paper says (thành phần đoàn). Null: not known yet.' })
  team: string | null;

  @Field(() => String, { nullable: true, description: 'What was found (kết quả kiểm tra). Null: it is not held yet.' })
  findings: string | null;

  @Field(() => String, { nullable: true, description: 'The paper: title, number, date (biên bản, báo cáo). Null: none, or not known.' })
  paper: string | null;

  @Field(() => [File], { description: 'Its files: minutes, report, photos (tài liệu kiểm tra).' })
  files: File[];

  @Field(() => Int)
  version: number;

  @Field(() => [ObjectChange])
  history: ObjectChange[];
}

@InputType({ description: 'Input of `planInspection` (lên kế hoạch kiểm tra).' })
export class PlanInspectionInput {
  @Field(() => ID, { description: 'The model (mô hình).' })
  modelId: string;

  @Field(() => ID, { description: 'The unit that inspects (đơn vị kiểm tra).' })
  unitId: string;

  @Field(() => LocalDateScalar, { description: 'The day it is planned for (ngày dự kiến).' })
  plannedOn: LocalDate;

  @Field(() => String, { nullable: true, description: 'Who is in the team (thành phần đoàn). Omitted or null: not known yet.' })
  @IsOptional()
  @IsWords(1_000)
  team?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `recordInspection` (ghi nhận kiểm tra thực tế).' })
export class RecordInspectionInput {
  @Field(() => ID, { description: 'The model (mô hình).' })
  modelId: string;

  @Field(() => ID, { description: 'The unit that inspects (đơn vị kiểm tra); of a planned inspection, the unit that planned it.' })
  unitId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The planned inspection that was held (cuộc kiểm tra theo kế hoạch). Omitted or null: it was not planned.',
  })
  plannedId?: string | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it was held, not in the future (ngày kiểm tra).' })
  heldOn: LocalDate;

  @Field(() => String, { description: 'Who was in the team (thành phần đoàn).' })
  @IsWords(1_000)
  team: string;

  @Field(() => String, { description: 'What was found (kết quả kiểm tra).' })
  @IsWords(10_000)
  findings: string;

  @Field(() => String, {
    nullable: true,
    description: 'The paper: title, number, date (biên bản, báo cáo). Omitted or null: none, or not known.',
  })
  @IsOptional()
  @IsWords(1_000)
  paper?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectInspectionInput {
  @Field(() => ID, { description: 'The inspection (cuộc kiểm tra).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was held (ngày kiểm tra).' })
  @RefusesNull()
  heldOn?: LocalDate;

  @Field(() => String, { nullable: true, description: 'Who was in the team (thành phần đoàn).' })
  @RefusesNull()
  @IsWords(1_000)
  team?: string;

  @Field(() => String, { nullable: true, description: 'What was found (kết quả kiểm tra).' })
  @RefusesNull()
  @IsWords(10_000)
  findings?: string;

  @Field(() => String, { nullable: true, description: 'The paper: title, number, date (biên bản, báo cáo).' })
  @IsOptional()
  @IsWords(1_000)
  paper?: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class InspectionPayload extends MutationPayload {
  @Field(() => Inspection, { nullable: true })
  inspection?: Id | null;
}
