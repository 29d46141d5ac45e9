import { Injectable } from '@nestjs/common';
import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { fromGlobalId, type Id } from '../../shared/ids.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { RequestContext } from './context.js';

@InterfaceType({
  description: 'Anything with an id (đối tượng có mã định danh).',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable: the same object keeps it for ever.' })
  id: string;
}

/** The row's id behind an opaque one. @throws ID_INVALID when it is wrong or of another type. */
export function idOf(type: string, globalId: string, ...path: (string | number)[]): Id {
  const found = fromGlobalId(globalId);
  if (found?.type === type) return found.id;
  throw PlatformErrors.ID_INVALID({ field: path.join('.'), type }).at(...path);
}

export type NodeSource = (ids: readonly Id[], context: RequestContext) => Promise<readonly ({ readonly id: string } | undefined)[]>;

/** Which chapter answers for which type of id. Chapters register when they start. */
@Injectable()
export class Nodes {
  private readonly sources = new Map<string, NodeSource>();

  register(type: string, source: NodeSource): void {
    this.sources.set(type, source);
  }

  /** One answer an id, in order; `null` for what is unknown. One question a type, however many ids. */
  async find(globalIds: readonly string[], context: RequestContext): Promise<(object | null)[]> {
    const wanted = globalIds.map(fromGlobalId);
    const found = new Map<string, object>();
    for (const [type, source] of this.sources) {
      const ids = [...new Set(wanted.flatMap(w => (w?.type === type ? [w.id] : [])))];
      if (ids.length === 0) continue;
      (await source(ids, context)).forEach((value, i) => {
        if (value) found.set(`${type}:${ids[i]}`, Object.assign(value, { __typename: type }));
      });
    }
    return wanted.map(w => (w && found.get(`${w.type}:${w.id}`)) ?? null);
  }
}
