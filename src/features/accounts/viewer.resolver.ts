import { Inject } from '@nestjs/common';
import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ACCESS_MATRIX, actionsOf, isForPeople, type AccessMatrix } from '../../platform/access/access-rules.js';
import { ROLES } from '../../platform/access/actor.js';
import { Public } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Session, toSession } from './sessions/session.graphql.js';
import { SessionsService } from './sessions/sessions.service.js';
import { Viewer } from './viewer.graphql.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    @Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix,
    private readonly sessions: SessionsService,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Who sends this request (tôi là ai). Null: not signed in.' })
  @Public('shows callers only themselves')
  me(@Context() { actor, caller: { restricted } }: RequestContext): Viewer | null {
    if (!actor) return null;
    const { kind, id, name, grants, personId } = actor;
    const roles = ROLES.filter(role => grants.some(grant => grant.role === role));
    const mustChangePassword = restricted !== undefined;
    const may = [...(mustChangePassword ? [] : this.matrix.everybody), ...grants.flatMap(grant => actionsOf(this.matrix, grant))].filter(
      action => kind !== 'TOKEN' || !isForPeople(this.matrix, action),
    );
    return {
      kind,
      name,
      roles,
      may: [...new Set(may)].toSorted(),
      mustChangePassword,
      account: kind === 'ACCOUNT' ? id : null,
      person: personId,
    };
  }

  @ResolveField(() => Session, { nullable: true })
  async session(@Context() { caller: { sessionId } }: RequestContext): Promise<Session | null> {
    return sessionId ? toSession(await this.sessions.factsOf(sessionId), sessionId) : null;
  }
}
