import { GraphQLError, GraphQLScalarType, Kind, print, TokenKind, type ValueNode } from 'graphql';
import { isLocalDate, parsePartialDate } from '../../shared/dates.js';
import { isUuid } from '../../shared/ids.js';
import type { Bilingual } from '../../shared/language.js';
import { describe } from '../../shared/terms.js';
import { apiTerms } from './api.terms.js';
import { saidInVietnamese } from './graphql-sentences.js';

/**
 * Scalars that accept exactly what they say and throw on anything else, both ways: a value the registry holds that does not fit is a defect
 * and must show, not turn into null.
 */
function textScalar(
  name: string,
  description: string,
  expected: Bilingual,
  accept: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const sentence = `${name}: expected ${expected.en}.`;
  saidInVietnamese(sentence, `Cần ${expected.vi}.`);
  const check = (value: unknown): string => {
    if (typeof value === 'string' && accept(value)) return value;
    throw new GraphQLError(sentence, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: check,
    parseValue: check,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING && accept(node.value)) return node.value;
      throw wrongLiteral(node, sentence);
    },
  });
}

/** Of a value in the document graphql-js says neither what it is nor for which argument or field of an input it is given. */
function wrongLiteral(node: ValueNode, sentence: string): GraphQLError {
  let token = node.loc?.startToken.prev;
  while (token && token.kind !== TokenKind.COLON) token = token.prev;
  return new GraphQLError(`Argument "${token?.prev?.value ?? '?'}" has invalid value ${print(node)}; ${sentence}`, { nodes: [node] });
}

export const LocalDateScalar = textScalar(
  'LocalDate',
  describe(apiTerms.LocalDate),
  {
    vi: 'một ngày có thật từ năm 1000 đến năm 9998, viết năm-tháng-ngày, ví dụ 2025-07-01',
    en: 'a day that exists, of the years 1000 to 9998, for example 2025-07-01',
  },
  isLocalDate,
);

export const PartialDateScalar = textScalar(
  'PartialDate',
  describe(apiTerms.PartialDate),
  {
    vi: 'ngày, tháng hoặc năm, từ năm 1000 đến năm 9998: 2025-07-01, 2025-07, 2025 hoặc ..2025-06-30',
    en: 'a day, a month, a year, or a day at the latest, of the years 1000 to 9998: 2025-07-01, 2025-07, 2025 or ..2025-06-30',
  },
  text => parsePartialDate(text) !== undefined,
);

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: describe(apiTerms.DateTime),
  serialize: value => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw new GraphQLError('DateTime: the registry holds a value that is no moment.');
  },
  parseValue: parseMoment,
  parseLiteral: node => {
    try {
      return parseMoment(node.kind === Kind.STRING ? node.value : undefined);
    } catch {
      throw wrongLiteral(node, NO_MOMENT);
    }
  },
});

const NO_MOMENT = 'DateTime: expected a moment with its zone, for example 2025-07-01T08:00:00+07:00.';
saidInVietnamese(NO_MOMENT, 'Cần thời điểm có múi giờ, ví dụ 2025-07-01T08:00:00+07:00.');

function parseMoment(value: unknown): Date {
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.exec(value) : null;
  const moment = match && isLocalDate(match[1]!) ? new Date(value as string) : undefined;
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new GraphQLError(NO_MOMENT, { extensions: { code: 'BAD_USER_INPUT' } });
}

const NO_INPUT = 'JSON: it is only shown, never an input.';
saidInVietnamese(NO_INPUT, 'JSON chỉ để hiển thị, không dùng làm dữ liệu vào.');

const DECIMAL = /^-?(0|[1-9]\d{0,27})(\.\d{1,10})?$/;

export const DecimalScalar = textScalar(
  'Decimal',
  describe(apiTerms.Decimal),
  { vi: 'số thập phân dạng chữ, dùng dấu chấm, ví dụ "77.83"', en: 'a decimal number as text, for example "77.83"' },
  text => DECIMAL.test(text),
);

/** Only shown: what a client sends has a type of its own. */
export const JsonScalar = new GraphQLScalarType<never, unknown>({
  name: 'JSON',
  description: describe(apiTerms.JSON),
  serialize: value => value,
  parseValue: () => {
    throw new GraphQLError(NO_INPUT, { extensions: { code: 'BAD_USER_INPUT' } });
  },
});

export const UuidScalar = textScalar(
  'UUID',
  'A UUID in lower case, for keys that clients generate (mã UUID).',
  { vi: 'UUID chữ thường', en: 'a UUID in lower case' },
  isUuid,
);
