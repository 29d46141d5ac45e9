import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsWords } from '../../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../../platform/graphql/mutation.js';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { UnitEvent, UnitEventDependents } from '../unit-event.graphql.js';
import type { ListCounts } from './list.draft.js';

export const UnitListOutcome = { REFUSED: 'REFUSED', UNCHANGED: 'UNCHANGED', READY: 'READY', APPLIED: 'APPLIED' } as const;
registerEnumType(UnitListOutcome, {
  name: 'UnitListOutcome',
  description: 'Có điều cần sửa (nothing is written), không có gì thay đổi, có thể áp dụng (checked only), đã áp dụng.',
});

@InputType({ description: 'An official list of units of one day, uploaded as CSV (code,name,type,parent_code).' })
export class ImportUnitListInput {
  @Field(() => LocalDateScalar, { description: 'The day that the list states.' })
  date: LocalDate;

  @Field(() => ID, { description: 'The list, uploaded for UNIT_LIST.' })
  unitsFileId: string;

  @Field(() => String, { nullable: true, description: 'Số văn bản, where it is known.' })
  @IsOptional()
  @IsWords(200)
  act?: string | null;

  @Field(() => Boolean, {
    description: 'False: only checked, with everything that stands against it. True: written, all of it or nothing.',
  })
  apply: boolean;
}

@InputType({
  description:
    'The list that a reorganisation leads to, and its successions (level,old_code,old_name,new_code,new_name,extent), uploaded as CSV.',
})
export class ReorganiseUnitsByListsInput extends ImportUnitListInput {
  @Field(() => ID, { description: 'Who succeeds whom, uploaded for UNIT_LIST.' })
  successionsFileId: string;
}

@ObjectType({ description: 'Something in a list that a person should read (điều phát hiện trong danh mục).' })
export class UnitListFinding {
  @Field(() => String, { nullable: true, description: 'Tệp.' })
  file: string | null;

  @Field(() => Int, { nullable: true, description: 'As a spreadsheet counts: the header is row 1.' })
  row: number | null;

  @Field(() => String, { nullable: true })
  column: string | null;

  @Field(() => String, { description: 'For programs.' })
  code: string;

  @Field(() => String)
  message: string;
}

@ObjectType({ description: 'What a list comes to, in rows, units or successions.' })
export class UnitListCounts implements ListCounts {
  @Field(() => Int, { description: 'Rows of the list of units.' })
  unitRows: number;

  @Field(() => Int, { description: 'Rows of the successions.' })
  successionRows: number;

  @Field(() => Int, { description: 'Units that stand already as listed.' })
  matched: number;

  @Field(() => Int, { description: 'Units that are entered.' })
  established: number;

  @Field(() => Int, { description: 'Units that stay what they are.' })
  goingOn: number;

  @Field(() => Int, { description: 'Units whose parent changes.' })
  moved: number;

  @Field(() => Int)
  endedWhole: number;

  @Field(() => Int)
  endedInParts: number;

  @Field(() => Int)
  endedWithoutSuccessor: number;

  @Field(() => Int, { description: 'Successions that are entered.' })
  successions: number;

  @Field(() => Int, { description: 'Successions that were known.' })
  recorded: number;

  @Field(() => Int, { description: 'Rows not followed because the registry knows better; each is a note.' })
  leftAlone: number;
}

@ObjectType({ description: 'What became, or would become, of an official list (kết quả nhập danh mục).' })
export class UnitListReport {
  @Field(() => UnitListOutcome)
  outcome: keyof typeof UnitListOutcome;

  @Field(() => UnitListCounts)
  counts: UnitListCounts;

  @Field(() => Int)
  problemCount: number;

  @Field(() => [UnitListFinding], { description: 'What stands against it; the first 200.' })
  problems: UnitListFinding[];

  @Field(() => Int)
  noteCount: number;

  @Field(() => [UnitListFinding], { description: 'What stops nothing but should be read; the first 200.' })
  notes: UnitListFinding[];

  @Field(() => [UnitEventDependents], { description: 'What hangs on the units concerned; only of a check.' })
  dependents: UnitEventDependents[];
}

@ObjectType({ implements: () => MutationPayload })
export class UnitListPayload extends MutationPayload {
  @Field(() => UnitListReport, { nullable: true })
  report?: UnitListReport | null;

  /** The row's id: the planner shows the rest. */
  @Field(() => UnitEvent, { nullable: true, description: 'The event that was applied.' })
  unitEvent?: Id | null;
}
