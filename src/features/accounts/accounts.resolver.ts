import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { ACCESS_MATRIX, type AccessMatrix } from '../../platform/access/access-rules.js';
import { Public } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { Viewer } from './viewer.graphql.js';

@Resolver(() => Viewer)
export class AccountsResolver {
  constructor(@Inject(ACCESS_MATRIX) private readonly matrix: AccessMatrix) {}

  @Query(() => Viewer, { nullable: true, description: 'Whoever asks, or null when not signed in (tôi là ai).' })
  @Public('says only what the asker already knows of itself')
  me(@Context() { actor }: RequestContext): Viewer | null {
    return actor ? { kind: actor.kind, name: actor.name, role: actor.role, may: [...this.matrix[actor.role]] } : null;
  }
}
