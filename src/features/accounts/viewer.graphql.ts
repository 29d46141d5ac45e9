import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const ActorKind = { ACCOUNT: 'ACCOUNT', TOKEN: 'TOKEN', SYSTEM: 'SYSTEM' } as const;
registerEnumType(ActorKind, { name: 'ActorKind', description: 'Who acts: a person’s account, a program’s token, or the registry itself.' });

@ObjectType({ description: 'Whoever asks (người đang truy cập).' })
export class Viewer {
  @Field(() => ActorKind)
  kind: keyof typeof ActorKind;

  @Field(() => String, { description: 'As the trail shows it (tên).' })
  name: string;

  @Field(() => String, { description: 'The role (vai trò) of the access matrix.' })
  role: string;

  @Field(() => [String], { description: 'What this role may do (quyền): the actions of docs/access-matrix.md.' })
  may: string[];
}
