import { describe, expect, it } from '@jest/globals';
import { MAX, excessOf, outlineOfVariables } from './document-outline.js';

const repeated = (count: number, part: (i: number) => string): string => Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nested = (depth: number, core: string): string => `${'{ parent '.repeat(depth)}${core}${' }'.repeat(depth)}`;

const below = (count: number): string => repeated(count, () => 'parent { parent { name } }');
const named = (count: number): object => ({
  a: [null, 1, { b: Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, 1])) }],
});

/** With as many of each as may be, and one more. */
const written: Readonly<Record<'aliases' | 'directives' | 'objects' | 'roots', (count: number) => string>> = {
  aliases: count => `{ units { ${repeated(count, i => `a${i}: name`)} } }`,
  directives: count => `{ units { ${repeated(count, () => '... on Unit @include(if: true) { name }')} } }`,
  objects: count =>
    `query ($a: Int = 1) { units @skip(if: false) { ${repeated(count - 2, i => `p${i} { name }`)} p(asOf: "x") { name } } }`,
  roots: count => `query Roots { ... on Query { x } ...f ${repeated(count, () => 'me @include(if: true)')} }`,
};

describe('a document may have', () => {
  it.each(Object.keys(written) as (keyof typeof written)[])('so many %s and not one more', what => {
    expect(excessOf(written[what](MAX[what]))).toBeUndefined();
    expect(excessOf(written[what](MAX[what] + 1))).toMatchObject({
      code: 'QUERY_TOO_LARGE',
      params: { what, count: MAX[what] + 1, limit: MAX[what] },
    });
  });

  it('each as many, and fields of fragments are no roots', () => {
    const one = (i: number): string =>
      `fragment f${i} on Unit { ${repeated(MAX.roots + 5, j => `name${j}`)} ${repeated(20, j => `a${j}: code`)} }`;
    expect(excessOf(`{ units { ...f0 ...f1 ...f2 } } ${repeated(3, one)}`)).toBeUndefined();
  });

  it('one object so many times under one path, in fragments, under other parents or not', () => {
    for (const one of ['parent { name }', '... { parent { name } }', '... on Unit @skip(if: false) { parent { name } }']) {
      expect(excessOf(`{ units { ${repeated(20, () => one)} } }`)).toBeUndefined();
      expect(excessOf(`{ units { ${repeated(21, () => one)} } }`)).toMatchObject({ params: { what: 'repeats' } });
    }
    expect(excessOf(`{ a { ${below(10)} } a { ${below(10)} } b { ${below(20)} } }`)).toBeUndefined();
    expect(excessOf(`{ a { ${below(10)} } a { ${below(11)} } }`)).toMatchObject({ params: { what: 'repeats' } });
  });

  it('arguments of any shape: their colons, braces and names count for nothing', () => {
    const fields = repeated(100, i => `field${i}: ${i}`);
    expect(excessOf(`{ units(filter: { ${fields} all: [{ ${fields} }] }) { name } }`)).toBeUndefined();
    expect(excessOf(`{ units(filter: ${'{ a: '.repeat(40)} 1 ${'}'.repeat(40)}) { name } }`)).toBeUndefined();
  });

  it('names of a length that somebody reads', () => {
    expect(excessOf(`{ ${'n'.repeat(200)} }`)).toBeUndefined();
    expect(excessOf(`{ ${'n'.repeat(201)} }`)).toMatchObject({ params: { what: 'name' } });
  });

  it('braces two to a level', () => {
    expect(excessOf(nested(24, '{ name }'.slice(1, -1)))).toBeUndefined();
    expect(excessOf(nested(25, 'name'))).toMatchObject({ params: { what: 'depth' } });
  });

  it('whatever is no GraphQL: the parser says where', () => {
    for (const text of ['', '{', '}}}}', ')))', '{ "', '{ a(', '@@@', '\u0000', '{ a """', `{ ${'n '.repeat(5_000)} }`]) {
      expect(excessOf(text)?.params.what ?? 'roots').toBe('roots');
    }
  });
});

describe('variables may have', () => {
  it('so many names in an object, each of a length that somebody reads, at any depth', () => {
    expect(outlineOfVariables(named(200)).excess).toBeUndefined();
    expect(outlineOfVariables(named(201)).excess).toMatchObject({ params: { what: 'names', count: 201 } });
    expect(outlineOfVariables({ a: { ['n'.repeat(201)]: 1 } }).excess).toMatchObject({ params: { what: 'name' } });
    expect(outlineOfVariables({ list: Array.from({ length: 5_000 }, (_, i) => i) }).excess).toBeUndefined();
    expect(outlineOfVariables(JSON.parse(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`) as object).excess).toBeUndefined();
  });

  it('a size that counts names and texts at every depth', () => {
    expect(outlineOfVariables({ a: 'bcd', list: [{ e: 'f' }, 'gh'], n: 1 })).toEqual({ size: 4 + 5 + 2 + (1 + 1) + (1 + 2) + 2 });
  });
});
