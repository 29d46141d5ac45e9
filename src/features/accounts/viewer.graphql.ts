import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Role } from '../../platform/access/actor.js';
import type { Id } from '../../shared/ids.js';
import { Account } from './account.graphql.js';
import { RoleEnum } from './grants/role.enum.js';
import { Session } from './sessions/session.graphql.js';

export const ActorKind = { ACCOUNT: 'ACCOUNT', TOKEN: 'TOKEN', SYSTEM: 'SYSTEM' } as const;
registerEnumType(ActorKind, { name: 'ActorKind', description: 'Who acts: a person’s account, a program’s token, or the registry itself.' });

@ObjectType({ description: 'Whoever asks (người đang truy cập).' })
export class Viewer {
  @Field(() => ActorKind)
  kind: keyof typeof ActorKind;

  @Field(() => String, { description: 'As the trail shows it (tên).' })
  name: string;

  @Field(() => [RoleEnum], { description: 'The roles (vai trò) of the access matrix that one has today, somewhere.' })
  roles: Role[];

  @Field(() => [String], { description: 'What these roles may do (quyền), each where it was given: the actions of docs/access-matrix.md.' })
  may: string[];

  @Field(() => Account, { nullable: true, description: 'The person’s account (tài khoản); null for a program.' })
  account: Id | null;

  @Field(() => Session, { nullable: true, description: 'This session (phiên đăng nhập); null for a program.' })
  session?: Session | null;
}
