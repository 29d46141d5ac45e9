/** Requests as large as the server reads them, or as many-worded, and each wrong in another way. */
const LARGEST = 100 * 1024;
/** Room for the rest of the body. */
const FILL = LARGEST - 400;
/** Just below and just above the most tokens a document may have. */
const MOST_TOKENS = 2_000;

const times = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(' ');
const units = (fields: string, head = ''): string => `query Q${head} { units { nodes { ${fields} } } }`;
const nested = (depth: number, field: string, core: string): string => `${`${field} { `.repeat(depth)}${core}${' }'.repeat(depth)}`;

const queries: Readonly<Record<string, string>> = {
  'too deep': units(nested(640, 'parent', 'name')),
  'inline fragments, 640 deep': units(nested(640, '...', 'name')),
  'too many aliases': units(times(640, i => `a${i}: name`)),
  'too many tokens': units('name '.repeat(FILL / 5 - 20)),
  'one field 1980 times': units('name '.repeat(1_980)),
  'one field with other fields, 480 times': units(times(480, i => `a: parent { a${i}: name }`)),
  'two fields under one name, 640 times': units(times(640, i => (i % 2 ? 'a: name' : 'a: code'))),
  'one object 290 times': units(times(290, () => 'parent { name }')),
  'objects under one name, nested': units(
    nested(
      8,
      'parent',
      times(150, () => 'parent { parent { name } }'),
    ),
  ),
  'too many directives': units(times(240, () => 'name @include(if: true)')),
  'directives nobody knows': units(times(900, i => `name @d${i}`)),
  'too many roots': `query Q { ${times(400, () => 'me { name }')} }`,
  'too many objects': units(times(400, i => `a${i}: parent { name }`)),
  'too many rows': `query Q { units(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { name } } } } } } }`,
  'fragments that multiply': `${units('...f0')} ${times(280, i => `fragment f${i} on Unit { ...f${i + 1} }`)} fragment f280 on Unit { name }`,
  'every fragment in every other': `${units(times(30, i => `...f${i}`))} ${times(30, i => `fragment f${i} on Unit { ${times(30, j => `...f${j}`)} }`)}`,
  'fragments in line that share fields': `${units(times(24, i => `...f${i}`))} ${times(24, i => `fragment f${i} on Unit { ${times(70, j => `a${j}: name`)} }`)}`,
  'fragments in a circle': `${units('...f0')} ${times(280, i => `fragment f${i} on Unit { ...f${(i + 1) % 280} }`)}`,
  'fields nobody knows': units(times(1_900, i => `n${i}`)),
  'a long name nobody knows': units('n'.repeat(FILL)),
  'a long name of an argument': units(`children(${'n'.repeat(FILL)}: 1) { nodes { name } }`),
  'a long text': `query Q { units(filter: { text: "${'x'.repeat(FILL)}" }) { nodes { nothing } } }`,
  'nothing but comments': `${'#\n'.repeat(FILL / 3 - 20)} query Q { nothing }`,
  'nothing but blanks': `${', '.repeat(FILL / 2 - 20)} query Q { nothing }`,
  'a list in a list': `query Q { units(filter: { kind: ${'['.repeat(980)}${']'.repeat(980)} }) { nodes { name } } }`,
  'variables declared and not used': units('name', `(${times(480, i => `$v${i}: Int`)})`),
  'variables used and not declared': units(times(300, i => `children(first: $v${i}) { totalCount }`)),
  'an argument given many times': units(`children(${times(600, () => 'first: 1')}) { totalCount }`),
  'many operations': times(390, i => `query Q${i} { nothing }`),
  'no end': '{'.repeat(FILL),
  introspection: `query Q { __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
};

const kinds = (fill: unknown): unknown => ({
  query: 'query Q($f: UnitFilter) { units(filter: $f) { totalCount } }',
  variables: { f: fill },
});
const others: Readonly<Record<string, string>> = {
  'a variable of ten thousand wrong values': JSON.stringify(kinds({ kind: Array.from({ length: 11_000 }, (_, i) => `K${i}`) })),
  'a variable of many unknown fields': JSON.stringify(kinds(Object.fromEntries(Array.from({ length: 7_000 }, (_, i) => [`field${i}`, 1])))),
  'a variable with a long unknown field': JSON.stringify(kinds({ ['n'.repeat(FILL - 200)]: 1 })),
  'a variable nested 40,000 deep': `{"query":"query Q($f: UnitFilter) { units(filter: $f) { totalCount } }","variables":{"f":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`,
  'too many ids': JSON.stringify({
    query: 'query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 9_000 }, (_, i) => `Unit:${i}`) },
  }),
  'an unknown trusted document': JSON.stringify({ documentId: `sha256:${'0'.repeat(64)}` }),
  'an unknown trusted document of a long id': JSON.stringify({ documentId: '0'.repeat(FILL) }),
  'JSON that breaks off': `{"query":"${'x'.repeat(FILL)}`,
  'too large a body': 'x'.repeat(LARGEST + 1),
};

/** Each by what is wrong with it. The operation's name is the sender's to change, so that no document was seen before. */
export const REFUSED: readonly { readonly name: string; readonly body: string }[] = [
  ...Object.entries(queries).map(([name, query]) => ({ name, body: JSON.stringify({ query }) })),
  ...Object.entries(others).map(([name, body]) => ({ name, body })),
];

const PER_UNIT = `name parent { name parent { name parent { name } } }`;

/** What is just let in: as many aliases, objects, directives, roots and rows, and as deep as the gate allows. */
export const AT_THE_LIMIT: readonly { readonly name: string; readonly body: string }[] = Object.entries({
  'the most roots': `query Q { ${times(20, i => `r${i}: units(first: 10) { nodes { ${PER_UNIT} } }`)} }`,
  'the most aliases': units(times(30, i => `a${i}: parent { name code kind parent { name } }`)),
  'the most objects': units(
    `${times(20, () => 'parent { name }')} ${nested(
      7,
      'parent',
      times(20, () => 'parent { name }'),
    )}`,
  ),
  'one fragment in many objects': `${units(times(28, i => `a${i}: parent { ...f }`))} fragment f on Unit { ${times(9, () => 'parent { name code }')} }`,
  'the most rows': `query Q { models(first: 100) { nodes { title unit { name } } } units(first: 90) { nodes { children(first: 50) { nodes { name models(first: 1) { nodes { title } } } } } } }`,
  'the deepest': units(nested(9, 'parent', 'name')),
  'the most tokens': units('name '.repeat(MOST_TOKENS - 20)),
}).map(([name, query]) => ({ name, body: JSON.stringify({ query }) }));
