import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { AreWords, IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { UnitEvent, UnitEventDependents } from '../unit-event.graphql.js';
import type { CodeReading } from './list.codes.js';
import type { ListCounts } from './list.draft.js';
import { unitTerms } from '../unit.terms.js';
import { describe } from '../../../shared/terms.js';
import { registerEnum } from '../../../platform/graphql/enum.js';
import { describePurpose } from '../../../platform/files/file-purposes.js';

describePurpose('UNIT_LIST', unitTerms.UNIT_LIST);

export const UnitListOutcome = {
  REFUSED: 'REFUSED',
  UNCHANGED: 'UNCHANGED',
  DIFFERS: 'DIFFERS',
  READY: 'READY',
  APPLIED: 'APPLIED',
} as const;
registerEnum(UnitListOutcome, 'UnitListOutcome', unitTerms.UnitListOutcome);

const UnitListCodes = { RESTORE_ZEROS: 'RESTORE_ZEROS', AS_WRITTEN: 'AS_WRITTEN' } as const satisfies Record<CodeReading, CodeReading>;
registerEnum(UnitListCodes, 'UnitListCodes', unitTerms.UnitListCodes);

@InputType({
  description:
    'Input of `importUnitList`: an official list of the units of one day, uploaded as CSV with the columns `code,name,type,parent_code` (nhập danh mục đơn vị).',
})
export class ImportUnitListInput {
  @Field(() => LocalDateScalar, { description: 'The day that the list describes (ngày của danh mục).' })
  date: LocalDate;

  @Field(() => ID, { description: 'The list, a file uploaded for `UNIT_LIST` (tệp danh mục đơn vị).' })
  unitsFileId: string;

  @Field(() => String, { nullable: true, description: 'Number of the document (số văn bản). Omitted or null: not known.' })
  @IsOptional()
  @IsWords(200)
  act?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day of issue of the document, not after today (ngày ban hành văn bản). Omitted or null: not known.',
  })
  actDate?: LocalDate | null;

  @Field(() => UnitListCodes, {
    nullable: true,
    description:
      'How codes are read that a spreadsheet has shortened (cách đọc mã). Omitted or null: such codes are refused, and the problem says what to do.',
  })
  @IsOptional()
  codes?: CodeReading | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of listed units that a person confirmed where the registry asks, for example two communes of one name in one district (mã đã xác nhận). Omitted or null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(500)
  @AreWords(40)
  confirmedCodes?: string[] | null;

  @Field(() => Boolean, {
    description: 'False: the list is only checked, and every problem is reported. True: it is written as a whole, or not at all (áp dụng).',
  })
  apply: boolean;
}

@InputType({
  description:
    'Input of `reorganiseUnitsByLists`: the list after the reorganisation, and its successions as CSV with the columns `level,old_code,old_name,new_code,new_name,extent` (sắp xếp lại đơn vị theo danh mục).',
})
export class ReorganiseUnitsByListsInput extends ImportUnitListInput {
  @Field(() => ID, { description: 'The successions, a file uploaded for `UNIT_LIST` (tệp danh sách kế thừa).' })
  successionsFileId: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'Old codes of units whose successions are corrected as listed although a person entered them by an event of its own; what a list entered is corrected without (mã cũ được đính chính theo danh mục). Omitted or null: none.',
  })
  @IsOptional()
  @ArrayMaxSize(500)
  @AreWords(40)
  correctedCodes?: string[] | null;
}

@ObjectType({ description: describe(unitTerms.UnitListFinding) })
export class UnitListFinding {
  @Field(() => String, { nullable: true, description: 'Name of the file (tệp). Null: it concerns no single file.' })
  file: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Row as a spreadsheet counts: the header is row 1 (dòng). Null: it concerns no single row.',
  })
  row: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the column (cột). Null: it concerns no single column.' })
  column: string | null;

  @Field(() => String, { description: 'Code of the error, for programs (mã lỗi).' })
  code: string;

  @Field(() => String, { description: 'What is wrong or remarkable, and what to do (nội dung).' })
  message: string;
}

@ObjectType({ description: describe(unitTerms.UnitListCounts) })
export class UnitListCounts implements ListCounts {
  @Field(() => Int, { description: 'Rows of the list of units (số dòng danh mục).' })
  unitRows: number;

  @Field(() => Int, { description: 'Rows of the successions (số dòng kế thừa).' })
  successionRows: number;

  @Field(() => Int, { description: 'Units that the registry already knows as listed (số đơn vị đã khớp).' })
  matched: number;

  @Field(() => Int, {
    description: 'Of these, units whose recorded name is only spelled otherwise; each is among the notes (số đơn vị chỉ khác cách viết).',
  })
  spelledOtherwise: number;

  @Field(() => Int, { description: 'Units that are added (số đơn vị thành lập mới).' })
  established: number;

  @Field(() => Int, { description: 'Units that a reorganisation leaves as they are (số đơn vị giữ nguyên).' })
  goingOn: number;

  @Field(() => Int, { description: 'Units whose parent changes or becomes known (số đơn vị đổi cấp trên).' })
  moved: number;

  @Field(() => Int, { description: 'Units that end and pass whole to one successor (số đơn vị nhập toàn bộ).' })
  endedWhole: number;

  @Field(() => Int, { description: 'Units that end and pass in parts to several successors (số đơn vị chia tách).' })
  endedInParts: number;

  @Field(() => Int, { description: 'Units that end without a successor (số đơn vị giải thể).' })
  endedWithoutSuccessor: number;

  @Field(() => Int, { description: 'Successions that are added (số quan hệ kế thừa mới).' })
  successions: number;

  @Field(() => Int, { description: 'Rows of the successions that the registry already knows (số quan hệ kế thừa đã có).' })
  recorded: number;

  @Field(() => Int, {
    description:
      'Units whose recorded successions are corrected as listed; what stood and what is listed is among the notes (số đơn vị được đính chính kế thừa).',
  })
  corrected: number;

  @Field(() => Int, {
    description:
      'Units that pass to others as listed, while the registry is kept; each is among the notes, with the reason (số đơn vị để nguyên kế thừa).',
  })
  leftAlone: number;

  @Field(() => Int, {
    description:
      'Units that begin on the day as recorded, and that the list does not have; each is among the notes (số đơn vị không có trong danh mục).',
  })
  notListed: number;
}

@ObjectType({ description: describe(unitTerms.UnitListReport) })
export class UnitListReport {
  @Field(() => UnitListOutcome, { description: 'What became of the list (kết quả).' })
  outcome: keyof typeof UnitListOutcome;

  @Field(() => UnitListCounts, { description: 'Counts of rows, units and successions (số liệu).' })
  counts: UnitListCounts;

  @Field(() => Int, { description: 'Number of problems; reading ends at a thousand (số lỗi).' })
  problemCount: number;

  @Field(() => [UnitListFinding], { description: 'The first 200 problems; any of them prevents the import (các lỗi).' })
  problems: UnitListFinding[];

  @Field(() => Int, { description: 'Number of notes (số điều lưu ý).' })
  noteCount: number;

  @Field(() => [UnitListFinding], { description: 'The first 200 notes; they prevent nothing (các điều lưu ý).' })
  notes: UnitListFinding[];

  @Field(() => [UnitEventDependents], {
    description: 'Records that refer to the units concerned; only when the list is checked (nội dung gắn với đơn vị).',
  })
  dependents: UnitEventDependents[];
}

@ObjectType({ implements: () => MutationPayload })
export class UnitListPayload extends MutationPayload {
  @Field(() => UnitListReport, { nullable: true, description: 'The report (báo cáo nhập danh mục). Null when `userErrors` is not empty.' })
  report?: UnitListReport | null;

  /** The row's id: the planner shows the rest. */
  @Field(() => UnitEvent, { nullable: true, description: 'The event that was applied (biến động đơn vị). Null: nothing was written.' })
  unitEvent?: Id | null;
}
