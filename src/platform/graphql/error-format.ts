import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { joined, type Bilingual, type Language } from '../../shared/language.js';
import { DomainError, Refusal, type Category } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { bothOf } from './graphql-sentences.js';
import { REQUEST_ERRORS } from './request-errors.js';

export const HTTP_STATUS: Readonly<Partial<Record<Category, number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  limit: 400,
  invalid: 400,
  unavailable: 503,
  internal: 500,
};

/** Seconds after which to ask again: by then the present queue has been worked off, or the database may have come back. */
export const RETRY_AFTER_SECONDS = '1';

/** A refusal before execution: Apollo answers with these errors alone and a status that says what kind they are. */
export function refuse(...errors: readonly DomainError[]): GraphQLError {
  const [first] = errors;
  return new GraphQLError(first!.message, {
    originalError: errors.length === 1 ? first! : new Refusal(errors),
    extensions: { http: { status: HTTP_STATUS[first!.category] ?? 200 } },
  });
}

/** A refusal of variables that do not fit their types, all of them. */
export function refuseVariables(errors: readonly GraphQLError[]): GraphQLError {
  const text = joined(
    errors.map(({ message }) => bothOf(message)),
    ' ',
  );
  return new GraphQLError(text.en, {
    nodes: errors.flatMap(({ nodes }) => nodes ?? []),
    extensions: { code: 'BAD_USER_INPUT', text, http: { status: HTTP_STATUS.invalid } },
  });
}

/** What was thrown inside a GraphQL error: by a resolver, or by the gate before any ran. */
export function causeOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
}

/** As graphql-js writes them, whether a field, an argument, a type or an enum’s value is meant; and as they are translated. */
const HINTS = / ?(?:Did you mean|Có phải ý bạn là) [^?]*\?/g;

/**
 * The one place where an error becomes what a client sees: its sentence in each language under `extensions.text`, a code, where in the input
 * it is, nothing else. `message` is one of the two sentences: Vietnamese here, the client's language once the request is known.
 * What is not of the catalogue is the registry's own fault and is shown as INTERNAL, without a word of SQL, stack or secret.
 * @param hints whether a wrong name is answered with those that there are.
 */
export const errorFormat =
  (hints: boolean) =>
  (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = causeOf(thrown);
    if (error instanceof DomainError) return show(formatted, [error]);
    if (error instanceof Refusal) return show(formatted, error.errors);
    const code = formatted.extensions?.code;
    if (error instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
      // The client's own document: graphql-js says precisely what is wrong with it.
      const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
      const both = (extensions.text as Bilingual | undefined) ?? bothOf(formatted.message, REQUEST_ERRORS[String(code)]);
      const text = hints ? both : { vi: both.vi.replaceAll(HINTS, ''), en: both.en.replaceAll(HINTS, '') };
      return { ...formatted, message: text.vi, extensions: { category: 'invalid', ...extensions, text } };
    }
    return show(formatted, [PlatformErrors.INTERNAL()]);
  };

/** What a program reads of an error. */
export const tell = (error: DomainError): object => ({
  code: error.code,
  category: error.category,
  field: error.field.map(String),
  params: error.params,
  text: error.text,
});

/** An error that did not come by graphql-js. */
export const shown = (error: DomainError): GraphQLFormattedError => show({ message: error.message }, [error]);

function show(formatted: GraphQLFormattedError, errors: readonly DomainError[]): GraphQLFormattedError {
  const [first] = errors;
  return {
    message: first!.text.vi,
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { ...tell(first!), ...(errors.length > 1 && { all: errors.map(tell) }) },
  };
}

/** The sentence of a formatted error in the client's language. */
export function inLanguage(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const text = error.extensions?.text as Bilingual | undefined;
  return text ? { ...error, message: text[language] } : error;
}
