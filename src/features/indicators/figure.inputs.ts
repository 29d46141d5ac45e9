import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, ValidateNested } from 'class-validator';
import { ChangeInput, RefusesNull } from '../../platform/graphql/change-input.js';
import { IdempotencyKey } from '../../platform/graphql/idempotency-key.field.js';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { DecimalScalar, PartialDateScalar } from '../../platform/graphql/scalars.js';
import { FigureCoverage } from './indicator-kinds.js';

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
