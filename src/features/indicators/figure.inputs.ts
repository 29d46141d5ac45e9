import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { DecimalScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import { FigureCoverage, TargetDirection } from './indicator-kinds.js';

@InputType({ description: 'Input of `explainResidual` (giải trình số dư).' })
export class ExplainResidualInput {
  @Field(() => ID, { description: 'The identity that does not hold (đẳng thức).' })
  identityId: string;

  @Field(() => ID, { description: 'The figure that is its total (số liệu tổng).' })
  figureId: string;

  @Field(() => String, { description: 'Why it does not hold (giải trình).' })
  @IsWords(2_000)
  text: string;
}

@InputType({ description: 'Input of `reportFigure` (báo cáo số liệu).' })
export class ReportFigureInput {
  @Field(() => ID, { description: 'What it is about (chỉ tiêu).' })
  indicatorId: string;

  @Field(() => ID, { description: 'The unit (đơn vị).' })
  unitId: string;

  @Field(() => FigureCoverage, { description: 'Whether it includes the units below (phạm vi số liệu).' })
  covers: FigureCoverage;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Start of the period (từ). Omitted or null: not known.' })
  starts?: string | null;

  @Field(() => PartialDateScalar, { description: 'End of the period (đến).' })
  ends: string;

  @Field(() => String, { description: 'The number exactly as printed: “33,838”, “trên 1.000”, “07” (nguyên văn).' })
  @IsWords(100)
  raw: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How it is read, where it can be read in several ways or the source has written numbers otherwise until now (số đọc được). Omitted or null: as it can only be read.',
  })
  reading?: string | null;

  @Field(() => String, { description: 'The paper that it is from (nguồn).' })
  @IsWords(500)
  source: string;

  @Field(() => String, { nullable: true, description: 'The page or section of the paper (trang, mục). Omitted or null: not stated.' })
  @IsOptional()
  @IsWords(100)
  page?: string | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú). Omitted or null: none.' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'A number as printed, and how it is read (con số trên giấy).' })
export class PrintedNumberInput {
  @Field(() => String, { description: 'The number exactly as printed (nguyên văn).' })
  @IsWords(100)
  raw: string;

  @Field(() => DecimalScalar, { description: 'How it is read (số đọc được).' })
  reading: string;
}

@ChangeInput()
export class CorrectFigureInput {
  @Field(() => ID, { description: 'The figure (số liệu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => PrintedNumberInput, { nullable: true, description: 'The number as printed, and how it is read (con số trên giấy).' })
  @RefusesNull()
  @ValidateNested()
  @Type(() => PrintedNumberInput)
  number?: PrintedNumberInput;

  @Field(() => String, { nullable: true, description: 'The paper that it is from (nguồn).' })
  @RefusesNull()
  @IsWords(500)
  source?: string;

  @Field(() => String, { nullable: true, description: 'The page or section of the paper (trang, mục).' })
  @IsOptional()
  @IsWords(100)
  page?: string | null;

  @Field(() => String, { nullable: true, description: 'Note (ghi chú).' })
  @IsOptional()
  @IsWords(2_000)
  note?: string | null;
}

@InputType({ description: 'Input of `approveFigures` (duyệt số liệu). All are approved, or none.' })
export class ApproveFiguresInput {
  @Field(() => [ID], { description: 'The figures, at most 100 (các số liệu).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  ids: string[];
}

@InputType({ description: 'Input of `returnFigure` (trả lại số liệu).' })
export class ReturnFigureInput {
  @Field(() => ID, { description: 'The figure (số liệu).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why it is returned (lý do trả lại).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Input of `setFigureTarget` (giao chỉ tiêu).' })
export class SetFigureTargetInput {
  @Field(() => ID, { description: 'What it is about (chỉ tiêu).' })
  indicatorId: string;

  @Field(() => ID, { description: 'The unit that should reach it (đơn vị được giao).' })
  unitId: string;

  @Field(() => FigureCoverage, { description: 'Whether it includes the units below (phạm vi số liệu).' })
  covers: FigureCoverage;

  @Field(() => PartialDateScalar, { nullable: true, description: 'Start of the period (từ). Omitted or null: not known.' })
  starts?: string | null;

  @Field(() => PartialDateScalar, { description: 'End of the period, which may be one to come (đến).' })
  ends: string;

  @Field(() => DecimalScalar, { description: 'The number to reach (mức giao).' })
  value: string;

  @Field(() => TargetDirection, {
    defaultValue: TargetDirection.AT_LEAST,
    description: 'On which side of it the figure should be (chiều so sánh).',
  })
  direction: TargetDirection;

  @Field(() => String, { description: 'The document it is based on (căn cứ).' })
  @IsWords(1_000)
  basis: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@ChangeInput()
export class CorrectFigureTargetInput {
  @Field(() => ID, { description: 'The target (mức giao).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'Why the entry is corrected (lý do đính chính).' })
  @IsWords(1_000)
  reason: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The number to reach (mức giao).' })
  @RefusesNull()
  value?: string;

  @Field(() => TargetDirection, { nullable: true, description: 'On which side of it the figure should be (chiều so sánh).' })
  @RefusesNull()
  direction?: TargetDirection;

  @Field(() => String, { nullable: true, description: 'The document it is based on (căn cứ).' })
  @RefusesNull()
  @IsWords(1_000)
  basis?: string;
}

@InputType({ description: 'Input of `remarkOnFigure` (ghi ý kiến về số liệu).' })
export class RemarkOnFigureInput {
  @Field(() => ID, { description: 'The figure (số liệu).' })
  figureId: string;

  @Field(() => String, { description: 'What is said (nội dung).' })
  @IsWords(2_000)
  text: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether something is to be done about it (cần theo dõi).' })
  followUp: boolean;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Input of `settleFigureRemark` (xử lý xong ý kiến).' })
export class SettleFigureRemarkInput {
  @Field(() => ID, { description: 'The remark, one that is to be followed up (ý kiến).' })
  id: string;

  @Field(() => Int)
  expectedVersion: number;

  @Field(() => String, { description: 'What came of it (kết quả xử lý).' })
  @IsWords(2_000)
  outcome: string;
}
