import { InputType } from '@nestjs/graphql';
import { ValidateIf } from 'class-validator';
import { fieldsNotNull, IsNotNull } from './input-rules.js';

type InputClass = new () => object;

const changeInputs = new Map<string, InputClass>();

/**
 * The input of a change: a field that is omitted keeps its value, and null removes it, or is refused where the field has `@RefusesNull()`.
 * `describeSchema` adds this to the description of each field, and `test/changes` tries it on each.
 * A service applies such an input with `changed()` of `shared/change.ts`.
 */
export const ChangeInput = (options: { readonly description?: string } = {}): ClassDecorator => {
  return target => {
    InputType(options)(target);
    changeInputs.set(target.name, target as unknown as InputClass);
  };
};

/** A field of a change that always has a value: it may be omitted, but null is refused by name. Takes the place of `@IsOptional()`. */
export const RefusesNull = (): PropertyDecorator => (target, key) => {
  ValidateIf((_input, value) => value !== undefined)(target, key);
  IsNotNull()(target, key);
};

/** The fields that refuse null, if the type is the input of a change. */
export function requiredInChange(typeName: string): readonly string[] | undefined {
  const input = changeInputs.get(typeName);
  return input && fieldsNotNull(input);
}
