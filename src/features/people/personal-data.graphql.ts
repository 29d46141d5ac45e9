import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsOptional } from 'class-validator';
import { IsWords } from '../../platform/graphql/input-rules.js';
import { MutationPayload } from '../../platform/graphql/mutation.js';
import { PartialDateScalar } from '../../platform/graphql/scalars.js';
import { SeenPersonInput } from './person.graphql.js';
import { ProtectedField } from './protected-fields.js';

registerEnumType(ProtectedField, {
  name: 'ProtectedField',
  description: 'Protected data of a person (dữ liệu cá nhân): ngày sinh, số căn cước, điện thoại, địa chỉ, đảng tịch.',
});

@InputType({ description: 'Why protected data are looked at. It stands in the trail with the reader and the fields.' })
export class PurposeInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Mục đích xem: which task needs it.' })
  @IsWords(500)
  purpose: string;
}

@InputType({ description: 'Which protected data are looked at, and why.' })
export class RevealPersonalDataInput extends PurposeInput {
  @Field(() => [ProtectedField], { description: 'Only what the purpose needs; the rest stays masked.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  fields: ProtectedField[];
}

@InputType({ description: 'Protected data to be kept, or mended. A field left out stays; null removes it.' })
export class KeepPersonalDataInput extends SeenPersonInput {
  @Field(() => PartialDateScalar, { nullable: true, description: 'Ngày sinh.' })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Số căn cước.' })
  @IsOptional()
  @IsWords(30)
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Điện thoại.' })
  @IsOptional()
  @IsWords(30)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Địa chỉ.' })
  @IsOptional()
  @IsWords(300)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Đảng tịch. Close to political views: only where the file needs it.' })
  @IsOptional()
  @IsWords(100)
  partyMember?: string | null;

  @Field(() => String, { description: 'Lý do, căn cứ: which file needs it.' })
  @IsWords(1_000)
  reason: string;
}

@InputType({ description: 'Protected data to be erased before their time, at the person’s wish for example.' })
export class ErasePersonalDataInput extends SeenPersonInput {
  @Field(() => String, { description: 'Lý do.' })
  @IsWords(1_000)
  reason: string;
}

@ObjectType({ description: 'One protected value.' })
export class ProtectedValue {
  @Field(() => ProtectedField)
  field: ProtectedField;

  @Field(() => Boolean, { description: 'Whether it is held at all (có lưu).' })
  held: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The value where it was asked for; a mask where it was not; null where none is held.',
  })
  value: string | null;
}

@ObjectType({ implements: () => MutationPayload })
export class RevealPersonalDataPayload extends MutationPayload {
  @Field(() => [ProtectedValue], { nullable: true })
  values?: ProtectedValue[] | null;
}

@ObjectType({ description: 'A part of all that is held about a person, to be printed.' })
export class PersonalDataSection {
  @Field(() => String)
  title: string;

  @Field(() => [String])
  lines: string[];
}

@ObjectType({ implements: () => MutationPayload })
export class GatherPersonalDataPayload extends MutationPayload {
  @Field(() => [PersonalDataSection], { nullable: true })
  sections?: PersonalDataSection[] | null;
}
