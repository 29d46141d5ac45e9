import { Field, ID, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ErrorCode, errorDescriptions } from '../errors/catalogue.js';
import { DomainError, Refusal, type Category, type Path } from '../errors/domain-error.js';
import type { RequestContext } from './context.js';
import { violationsOf } from './input-rules.js';
import { apiTerms } from './api.terms.js';
import { describe } from '../../shared/terms.js';

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: describe(apiTerms.ErrorCode),
  valuesMap: errorDescriptions,
});

@ObjectType({ description: describe(apiTerms.UserError) })
export class UserError {
  @Field(() => ErrorCode, { description: 'Code of the error, for programs (mã lỗi).' })
  code: string;

  @Field(() => [String], { description: 'Path of the value that is wrong, from `input` down (đường dẫn trong dữ liệu).' })
  field: string[];

  @Field(() => String, { description: 'What is wrong and what to do, in the language of the request (nội dung).' })
  message: string;
}

@ObjectType({ description: describe(apiTerms.Warning) })
export class Warning {
  @Field(() => ErrorCode, { description: 'Code of the warning, for programs (mã cảnh báo).' })
  code: string;

  @Field(() => [String], { description: 'Path of the value to look at again, from `input` down (đường dẫn trong dữ liệu).' })
  field: string[];

  @Field(() => String, { description: 'What to look at again, in the language of the request (nội dung).' })
  message: string;

  @Field(() => [ID], { description: 'The other objects that it names, for `node`; only those that you may see (các đối tượng liên quan).' })
  ids: string[];
}

@InterfaceType({
  description: describe(apiTerms.MutationPayload),
})
export abstract class MutationPayload {
  @Field(() => [UserError])
  userErrors: UserError[];

  @Field(() => [Warning])
  warnings: Warning[];
}

/** A warning about a command that was carried out, with the global ids of what it names. */
export interface Notice {
  readonly warning: DomainError;
  readonly ids: readonly string[];
}

const FIXABLE: ReadonlySet<Category> = new Set(['invalid', 'conflict']);

/**
 * Runs a mutation: checks the input by the rules of its class, then runs `work`. Errors that a person can correct become `userErrors`;
 * all others (missing right, unknown target, fault of the server) are rethrown.
 * @param warn what to look at again, asked once the work is committed, if the client selects `warnings`; also for a repeated command with the same
 * idempotency key.
 */
export async function mutate<I extends object, P extends object>(
  context: RequestContext,
  inputType: new () => I,
  input: I,
  work: () => Promise<P>,
  warn: (payload: P) => Promise<readonly Notice[]> = async () => [],
): Promise<P & { userErrors: UserError[]; warnings: Warning[] }> {
  try {
    checked(inputType, input);
    const payload = await work();
    return withWarnings({ ...payload, userErrors: [] }, async () => (await warn(payload)).map(notice => toWarning(notice, context)));
  } catch (error) {
    const errors = error instanceof Refusal ? error.errors : error instanceof DomainError ? [error] : [];
    if (errors.length === 0 || !errors.every(({ category }) => FIXABLE.has(category)))
      throw error instanceof DomainError ? placed(error, input) : error;
    return { userErrors: errors.map(each => toUserError(each, context)), warnings: [] } as unknown as P & {
      userErrors: UserError[];
      warnings: Warning[];
    };
  }
}

/** The payload with `warnings`, which are looked for when graphql-js reads them, once however often they are selected. */
function withWarnings<P extends object>(payload: P, look: () => Promise<Warning[]>): P & { warnings: Warning[] } {
  let found: Promise<Warning[]> | undefined;
  return Object.defineProperty(payload, 'warnings', { get: () => (found ??= look()) }) as P & { warnings: Warning[] };
}

/** A refusal for a missing right, with the field of the input that names the unit, or else the thing that belongs to it. */
function placed(error: DomainError, input: object): DomainError {
  if (error.category !== 'forbidden' || error.field.length > 0) return error;
  const units = String(error.params.unit ?? '').split(' ');
  const path = pathOf(input, value => units.includes(String(value))) ?? pathOf(input, (_value, key) => key === 'id');
  return path === undefined ? error : error.at('input', ...path);
}

function pathOf(given: object, isMeant: (value: unknown, key: string) => boolean): Path | undefined {
  for (const [key, value] of Object.entries(given)) {
    if (isMeant(value, key)) return [key];
    const inner = typeof value === 'object' && value !== null ? pathOf(value, isMeant) : undefined;
    if (inner) return [key, ...inner];
  }
  return undefined;
}

/** Returns the input. @throws Refusal with every rule of its class that it violates. */
export function checked<I extends object>(inputType: new () => I, input: I): I {
  const violations = violationsOf(inputType, input);
  if (violations.length > 0) throw new Refusal(violations);
  return input;
}

/** In the language of the request. `field` begins with `input`. */
export function toUserError(error: DomainError, { language }: RequestContext): UserError {
  return { code: error.code, field: ['input', ...error.field.map(String)], message: error.text[language] };
}

export const toWarning = ({ warning, ids }: Notice, context: RequestContext): Warning => ({
  ...toUserError(warning, context),
  ids: [...ids],
});
