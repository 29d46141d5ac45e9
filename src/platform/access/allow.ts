import { applyDecorators } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';

/** Who may call a root field. Stored in the extensions of the schema, with the resolver's method, so that the gate and a test can read it. */
export interface RootFieldRights {
  /** The action of the access matrix, or `undefined` for a public field. */
  readonly action: string | undefined;
  /** Whether the right is needed for the whole registry and not only at some units. */
  readonly everywhere?: boolean;
  readonly publicReason: string | undefined;
  /** Whether it is done with a password that the registry printed: it is what such a session is for. */
  readonly withPrintedPassword?: boolean;
}

export const RIGHTS = 'rights';
export const METHOD = 'method';

/** The name of an action. Every action that a root field requires is in the access matrix (a test compares). */
export type ActionName = `${string}.${string}`;

/** Allows a root field to roles that may do `action` in at least one scope. */
export function Allow(action: ActionName): MethodDecorator {
  return rootField({ action, publicReason: undefined });
}

/** Allows a root field to roles that may do `action` in the whole registry: for what belongs to no unit. */
export function AllowEverywhere(action: ActionName): MethodDecorator {
  return rootField({ action, everywhere: true, publicReason: undefined });
}

/** The same, also in a session that may do nothing else before its password is changed. */
export function AllowWithPrintedPassword(action: ActionName): MethodDecorator {
  return rootField({ action, withPrintedPassword: true, publicReason: undefined });
}

/** Allows a root field to everybody, signed in or not. @param reason is printed in docs/access-matrix.md. */
export function Public(reason: string): MethodDecorator {
  return rootField({ action: undefined, publicReason: reason });
}

/** Has the gate check the arguments of a nested field by the rules of their class. Root fields get this through `Allow` and `Public`. */
export function CheckedArgs(): MethodDecorator {
  return (target, key, descriptor) => Extensions({ [METHOD]: [target.constructor, key] })(target, key as string, descriptor as never);
}

function rootField(rights: RootFieldRights): MethodDecorator {
  return (target, key, descriptor) =>
    applyDecorators(Extensions({ [RIGHTS]: rights, [METHOD]: [target.constructor, key] }) as MethodDecorator)(target, key, descriptor);
}
