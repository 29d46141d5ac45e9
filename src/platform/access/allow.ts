import { applyDecorators } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';

/** What a root field says about who may call it, and where its method is: carried in the schema itself, so that one gate and one test can read it. */
export interface RootFieldRights {
  /** The action of the access matrix, or `undefined` for a public field. */
  readonly action: string | undefined;
  /** Whether a right at some units is not enough. */
  readonly everywhere?: boolean;
  readonly publicReason: string | undefined;
}

export const RIGHTS = 'rights';
export const METHOD = 'method';

/** Every action that some root field asks for. The access matrix answers for each (a test compares). */
export type ActionName = `${string}.${string}`;

/** This root field is for roles that may do `action`. */
export function Allow(action: ActionName): MethodDecorator {
  return rootField({ action, publicReason: undefined });
}

/** This root field is for roles that may do `action` over the whole registry: it is about no unit. */
export function AllowEverywhere(action: ActionName): MethodDecorator {
  return rootField({ action, everywhere: true, publicReason: undefined });
}

/** This root field is for everybody, signed in or not, because of `reason`. */
export function Public(reason: string): MethodDecorator {
  return rootField({ action: undefined, publicReason: reason });
}

/** The arguments of this field are checked by the gate with the rules of their class. Root fields have it through `Allow` and `Public`. */
export function CheckedArgs(): MethodDecorator {
  return (target, key, descriptor) => Extensions({ [METHOD]: [target.constructor, key] })(target, key as string, descriptor as never);
}

function rootField(rights: RootFieldRights): MethodDecorator {
  return (target, key, descriptor) =>
    applyDecorators(Extensions({ [RIGHTS]: rights, [METHOD]: [target.constructor, key] }) as MethodDecorator)(target, key, descriptor);
}
