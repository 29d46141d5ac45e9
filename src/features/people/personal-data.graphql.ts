import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { ChangeInput } from '../../platform/graphql/change-input.js';
import { IsCode, IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { SeenPersonInput } from './person.graphql.js';
import { ProtectedField } from './protected-fields.js';
import { personTerms } from './person.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

registerEnum(ProtectedField, 'ProtectedField', personTerms.ProtectedField);

@InputType({
  description: 'Why protected data of a person are read (mục đích xem). The audit trail records it with the reader and the fields.',
})
export class PurposeInput {
  @Field(() => ID, { description: 'The person (người).' })
  id: string;

  @Field(() => String, { description: 'The task that needs the data (mục đích xem).' })
  @IsWords(500)
  purpose: string;
}

@InputType({ description: 'Input of `revealPersonalData` (xem dữ liệu cá nhân được bảo vệ).' })
export class RevealPersonalDataInput extends PurposeInput {
  @Field(() => [ProtectedField], { description: 'Only the fields that the purpose needs; the others remain masked (các trường cần xem).' })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  fields: ProtectedField[];
}

@ChangeInput()
export class KeepPersonalDataInput extends SeenPersonInput {
  @Field(() => PartialDateScalar, { nullable: true, description: 'Date of birth, as precise as known (ngày sinh).' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the citizen identity card (số căn cước).' })
  @IsOptional()
  @IsCode(30)
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number (điện thoại).' })
  @IsOptional()
  @IsCode(30)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Address (địa chỉ).' })
  @IsOptional()
  @IsWords(300)
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Party membership (đảng tịch). Close to political views: kept only where a file needs it.',
  })
  @IsOptional()
  @IsWords(100)
  partyMember?: string | null;

  @Field(() => String, { description: 'The file that needs the data (lý do, căn cứ).' })
  @IsWords(1_000)
  reason: string;
}

@InputType({
  description:
    'Input of `erasePersonalData` (xóa dữ liệu cá nhân được bảo vệ). For an erasure before the end of the retention time, for example at the person’s request.',
})
export class ErasePersonalDataInput extends SeenPersonInput {
  @Field(() => String)
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ description: describe(personTerms.ProtectedValue) })
export class ProtectedValue {
  @Field(() => ProtectedField, { description: 'The field (trường).' })
  field: ProtectedField;

  @Field(() => Boolean, { description: 'Whether the registry holds a value (có lưu).' })
  held: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The value where it was requested, otherwise a mask (giá trị). Null: none is held.',
  })
  value: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class RevealPersonalDataPayload extends MutationPayload {
  @Field(() => [ProtectedValue], {
    nullable: true,
    description: 'One value for each protected field (các giá trị). Null when `userErrors` is not empty.',
  })
  values?: ProtectedValue[] | null;
}

@ObjectType({ description: describe(personTerms.PersonalDataSection) })
export class PersonalDataSection {
  @Field(() => String, { description: 'Heading, in Vietnamese (tiêu đề).' })
  title: string;

  @Field(() => [String], { description: 'The lines of text (các dòng).' })
  lines: string[];
}

@ObjectType({ implements: () => MutationPayload })
export class GatherPersonalDataPayload extends MutationPayload {
  @Field(() => [PersonalDataSection], {
    nullable: true,
    description: 'All parts, in order of printing (các phần). Null when `userErrors` is not empty.',
  })
  sections?: PersonalDataSection[] | null;
}
