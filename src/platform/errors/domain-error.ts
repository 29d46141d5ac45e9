import type { Bilingual } from '../../shared/language.js';

/** What kind of trouble an error is; the edge maps it to where the client sees it. A warning prevents nothing. */
export type Category =
  'warning' | 'invalid' | 'notFound' | 'conflict' | 'unauthenticated' | 'forbidden' | 'limit' | 'unavailable' | 'internal';

/** The values in an error's sentence as programs read them. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;
export type Path = readonly (string | number)[];

/** A trouble with a code and its sentence in each language. It knows nothing of GraphQL or HTTP. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly category: Category,
    readonly text: Bilingual,
    readonly params: Params,
    /** Which input it is about. Not called “path”: graphql-js takes an error with a path for one that says where in the answer it belongs. */
    readonly field: Path = [],
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = 'DomainError';
  }

  /** The same error, saying which input it is about: `.at('changes', 0, 'rename', 'name')`. */
  at(...path: (string | number)[]): DomainError {
    return new DomainError(this.code, this.category, this.text, this.params, [...path, ...this.field], { cause: this.cause });
  }

  /** The same error with what the machine said, for the log only. */
  because(cause: unknown): DomainError {
    return new DomainError(this.code, this.category, this.text, this.params, this.field, { cause });
  }
}

/** Several problems at once: a person is shown all that they can correct, not one after the other. */
export class Refusal extends Error {
  constructor(readonly errors: readonly DomainError[]) {
    super(errors.map(error => error.message).join('; '));
    this.name = 'Refusal';
  }
}

/** Collects what is wrong while going on looking; nothing is written before `refuseIfAny`. */
export class Problems {
  readonly errors: DomainError[] = [];

  add(error: DomainError): void {
    this.errors.push(error);
  }

  get any(): boolean {
    return this.errors.length > 0;
  }

  /** @throws Refusal with everything found, if anything was. */
  refuseIfAny(): void {
    if (this.any) throw new Refusal(this.errors);
  }
}
