import { registerEnumType } from '@nestjs/graphql';
import { describe, type EnumTerm, type Term } from '../../shared/terms.js';

/**
 * Registers an enum of the schema, described by its terms. The compiler checks that each value has a term.
 * @param values as clients write them (the keys) and as the program knows them.
 */
export function registerEnum<E extends Readonly<Record<string, string>>>(values: E, name: string, term: EnumTerm<keyof E & string>): void {
  const described = Object.entries<Term>(term.values).map(([value, valueTerm]) => [value, { description: describe(valueTerm) }]);
  registerEnumType(values, { name, description: describe(term), valuesMap: Object.fromEntries(described) });
}
