import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { fromGlobalId, type Id } from '../../shared/ids.js';
import { PlatformErrors } from '../errors/platform.errors.js';

@InterfaceType({ description: 'Anything with an id (đối tượng có mã định danh).' })
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
