import { Field, ObjectType } from '@nestjs/graphql';
import type { Role } from '../../platform/access/actor.js';
import type { Id } from '../../shared/ids.js';
import { Person } from '../people/person.graphql.js';
import { Account } from './account.graphql.js';
import { RoleEnum } from './grants/role.enum.js';
import { Session } from './sessions/session.graphql.js';
import { accountTerms } from './account.terms.js';
import { describe } from '../../shared/terms.js';
import { registerEnum } from '../../platform/graphql/enum.js';

export const ActorKind = { ACCOUNT: 'ACCOUNT', TOKEN: 'TOKEN', SYSTEM: 'SYSTEM' } as const;
registerEnum(ActorKind, 'ActorKind', accountTerms.ActorKind);

@ObjectType({ description: describe(accountTerms.Viewer) })
export class Viewer {
  @Field(() => ActorKind, { description: 'Whether it is a person or a program (loại người thực hiện).' })
  kind: keyof typeof ActorKind;

  @Field(() => String, { description: 'The name that the audit trail shows (tên).' })
  name: string;

  @Field(() => [RoleEnum], { description: 'The roles held today, wherever they hold (vai trò).' })
  roles: Role[];

  @Field(() => [String], {
    description: 'The actions of docs/access-matrix.md that these roles permit, each where its role holds (quyền).',
  })
  may: string[];

  @Field(() => Boolean, {
    description: 'Whether the password was printed by the registry and has to be changed before anything else (phải đổi mật khẩu).',
  })
  mustChangePassword: boolean;

  @Field(() => Account, { nullable: true, description: 'The account of the person (tài khoản). Null for a program.' })
  account: Id | null;

  @Field(() => Person, {
    nullable: true,
    description: 'The person of the directory whose account it is today (người trong danh bạ). Null: not linked, or a program.',
  })
  person: Id | null;

  @Field(() => Session, { nullable: true, description: 'The session of this request (phiên đăng nhập). Null for a program.' })
  session?: Session | null;
}
