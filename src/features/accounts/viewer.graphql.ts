import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Id } from '../../shared/ids.js';
import { Account } from './account.graphql.js';
import { Session } from './sessions/session.graphql.js';

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

  @Field(() => Account, { nullable: true, description: 'The person’s account (tài khoản); null for a program.' })
  account: Id | null;

  @Field(() => Session, { nullable: true, description: 'This session (phiên đăng nhập); null for a program.' })
  session?: Session | null;
}
