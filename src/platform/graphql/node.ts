import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { fromGlobalId, type Id } from '../../shared/ids.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { apiTerms } from './api.terms.js';
import { describe } from '../../shared/terms.js';

@InterfaceType({ description: describe(apiTerms.Node) })
export abstract class Node {
  @Field(() => ID)
  id: string;
}

/** The row's id in an opaque id. @throws ID_INVALID when it is malformed or of another type. */
export function idOf(type: string, globalId: string, ...path: (string | number)[]): Id {
  const found = fromGlobalId(globalId);
  if (found?.type === type) return found.id;
  throw PlatformErrors.ID_INVALID({ field: path.join('.'), type }).at(...path);
}
