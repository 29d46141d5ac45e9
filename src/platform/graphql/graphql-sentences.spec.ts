import { describe, expect, it } from '@jest/globals';
import { buildSchema, getVariableValues, GraphQLError, parse, specifiedRules, validate, type OperationDefinitionNode } from 'graphql';
import { bothOf, inVietnamese } from './graphql-sentences.js';
import { LocalDateScalar } from './scalars.js';

const schema = buildSchema(`
  scalar LocalDate
  enum Colour { RED GREEN }
  input Wish { on: LocalDate! colour: Colour size: Int inner: Wish }
  type Thing { name: String thing(wish: Wish, first: Int!): Thing ratio(by: Float, is: Boolean, id: ID): Float }
  type Other { other: String }
  union Any = Thing | Other
  type Query { thing: Thing any: Any needs(id: ID!): String }
`);
Object.assign(schema.getType('LocalDate')!, { parseValue: LocalDateScalar.parseValue, parseLiteral: LocalDateScalar.parseLiteral });

const errorsOf = (document: string): string[] => {
  try {
    return validate(schema, parse(document), specifiedRules).map(({ message }) => message);
  } catch (error) {
    return [(error as GraphQLError).message];
  }
};

/** Documents that break each rule a client can break. */
const WRONG = [
  '{ thing { nam } }',
  '{ things }',
  '{ any { name } }',
  '{ thing }',
  '{ thing { } }',
  '{ thing { name { x } } }',
  '{ needs }',
  '{ needs(id: true) }',
  '{ thing { ratio(by: "x", is: 1, id: 1.5) } }',
  '{ thing { ratio(bye: 1) } }',
  '{ thing { thing(first: "x") { name } } }',
  '{ thing { thing(first: 99999999999) { name } } }',
  '{ thing { thing(first: 1, wish: {}) { name } } }',
  '{ thing { thing(first: 1, wish: { on: "2025-02-30", colour: BLUE, size: 1, sice: 1 }) { name } } }',
  '{ thing { thing(first: 1, wish: { on: "2025-02-03", colour: "x", on: null }) { name } } }',
  '{ thing { thing(first: 1, first: 2) { name } } }',
  'query A { thing { name } } query A { thing { name } }',
  'query A { thing { name } } { thing { name } }',
  'query A($a: Int, $a: Int) { thing { name } }',
  'query ($a: Thing) { thing { name } }',
  'query ($a: Int) { thing { name } }',
  '{ thing { thing(first: $a) { name } } }',
  'query A { thing { thing(first: $a) { name } } }',
  'query ($a: String) { thing { thing(first: $a) { name } } }',
  '{ thing { ...F } }',
  'fragment F on Thing { name } { thing { name } }',
  'fragment F on Thing { ...F } { thing { ...F } }',
  'fragment F on String { x } { thing { ...F } }',
  '{ thing { ... on String { x } } }',
  '{ thing { ... on Other { other } } }',
  'fragment F on Other { other } { thing { ...F } }',
  'fragment F on Thing { name } fragment F on Thing { name } { thing { ...F } }',
  '{ thing { a: name a: thing(first: 1) { name } } }',
  '{ thing @oops { name } }',
  '{ thing @skip { name } }',
  '{ thing { name @include(if: true) @include(if: true) } }',
  'query @include(if: true) { thing { name } }',
  'type X { a: Int }',
  '{ thing { name }',
  '{ thing { name } }}',
  '{ needs(id: "x }',
  "{ needs(id: 'x') }",
  '{ needs(id: 01) }',
  '{ needs(id: ?) }',
  '',
];

/** A Vietnamese letter in every sentence, and no English word that is not quoted. */
function isVietnamese(text: string): boolean {
  const unquoted = text.replaceAll(/“[^”]*”|"[^"]*"/g, '');
  return /đ|\p{M}/iu.test(text.normalize('NFD')) && !/\b(the|is|of|not|type|expected|must|field|unknown|value)\b/i.test(unquoted);
}

describe('what graphql-js finds wrong is said in Vietnamese', () => {
  it.each(WRONG)('%s', document => {
    const found = errorsOf(document);
    expect(found.length).toBeGreaterThan(0);
    for (const message of found) {
      const said = inVietnamese(message);
      expect({ message, said }).toEqual({ message, said: expect.not.stringContaining('extensions.text.en') });
      expect({ said, isVietnamese: isVietnamese(said) }).toEqual({ said, isVietnamese: true });
    }
  });

  it.each<[unknown]>([
    [{}],
    [{ wish: null }],
    [{ wish: 1 }],
    [{ wish: { on: 'x; y at "z"' } }],
    [{ wish: { on: '2025-01-01', colour: 'BLUE', size: 1.5, inner: { on: null }, more: 1 } }],
    [{ wish: { on: '2025-01-01', colour: 3, size: 99_999_999_999 } }],
  ])('of the variables %j', variables => {
    const document = parse('query ($wish: Wish!) { thing { thing(first: 1, wish: $wish) { name } } }');
    const { errors } = getVariableValues(
      schema,
      (document.definitions[0] as OperationDefinitionNode).variableDefinitions!,
      variables as Record<string, unknown>,
    );
    for (const { message } of errors!) {
      const said = inVietnamese(message);
      expect({ message, said }).toEqual({ message, said: expect.not.stringContaining('extensions.text.en') });
      expect({ said, isVietnamese: isVietnamese(said) }).toEqual({ said, isVietnamese: true });
    }
  });

  it('with the names, the value and the place', () => {
    expect(inVietnamese('Cannot query field "nam" on type "Thing". Did you mean "name"?')).toBe(
      'Kiểu “Thing” không có trường “nam”. Có phải ý bạn là “name”?',
    );
    expect(
      inVietnamese(
        'Variable "$wish" got invalid value "x; y" at "wish.on"; LocalDate: expected a day that exists, of the years 1000 to 9998, for example 2025-07-01.',
      ),
    ).toBe(
      'Biến “$wish”, ở “wish.on”, có giá trị không đúng: "x; y". Cần một ngày có thật từ năm 1000 đến năm 9998, viết năm-tháng-ngày, ví dụ 2025-07-01.',
    );
  });

  it('however long the value is that it repeats', () => {
    // Compared with every pattern in full, this would take minutes.
    const long = 'Did you mean '.repeat(100_000);
    expect(inVietnamese(`Syntax Error: Expected Name, found String "${long}".`)).toMatch(
      /^Sai cú pháp: cần tên, gặp chuỗi ký tự "Did you mean /,
    );
    expect(
      inVietnamese(`Variable "$wish" got invalid value "${long}" at "wish.size"; Int cannot represent non-integer value: "${long}"`),
    ).toMatch(/^Biến “\$wish”.*có giá trị không đúng: "Did you mean /);
  });

  it('with the reason, however long the value is before it', () => {
    const { vi, en } = bothOf(
      `Variable "$wish" got invalid value "${'dài '.repeat(5_000)}" at "wish.size"; Int cannot represent non-integer value: 8.552`,
    );
    expect(en).toMatch(
      /^Variable "\$wish" got invalid value .* at "wish\.size"; Int cannot represent non-integer value: 8\.552\. Write the digits alone, without a point or a comma\.$/,
    );
    expect(vi).toMatch(/Cần số nguyên, gặp 8\.552\. Viết liền các chữ số/);
  });

  it('and of what is not known, that the sentence is in English', () =>
    expect(inVietnamese('Something new.')).toContain('extensions.text.en'));
});

it('a value full of the words of a hint is no hint, however long it is', () => {
  const value = 'Did you mean '.repeat(100_000);
  expect(inVietnamese(`Int cannot represent non-integer value: "${value}"`)).toBe(
    `Cần số nguyên, gặp "${value.slice(0, 199)}…. Viết liền các chữ số, không dấu chấm, không dấu phẩy.`,
  );
  expect(inVietnamese(`Enum "Colour" cannot represent non-enum value: "${value}". Did you mean the enum value "RED"?`)).toContain(
    'Có phải ý bạn là “RED”?',
  );
});
