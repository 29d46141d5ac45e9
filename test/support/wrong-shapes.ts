import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  print,
  parse,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** A random generator of numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const nested = (depth: number, list: boolean): unknown => {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = list ? [value] : { input: value };
  return value;
};

/** Values that no client of ours sends. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2_147_483_648,
  9_007_199_254_740_992,
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202e\u200b\ufeff',
  "'; drop table unit; --",
  '$1',
  '%s%n',
  'x'.repeat(20_000),
  'ạ'.repeat(9_000),
  '0000-00-00',
  '99999-12-31',
  '2025-02-30',
  '1e999',
  'Unit:',
  'VW5pdDo=',
  [],
  {},
  [[[]]],
  nested(150, true),
  nested(150, false),
  JSON.parse('{"__proto__": {"x": 1}, "constructor": 1}'),
];

const HOSTILE_TEXTS = HOSTILE.filter(value => typeof value === 'string');
const HOSTILE_INTS = [0, -1, 2_147_483_647, -2_147_483_648];

/** Requests over every mutation of a schema, mostly of the right shape, so that they pass the first checks, and wrong somewhere. */
export class WrongShapes {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly ids: readonly string[],
    private readonly random: () => number,
  ) {}

  get mutations(): readonly GraphQLField<unknown, unknown>[] {
    return Object.values(this.schema.getMutationType()!.getFields());
  }

  /** The body of a request to a mutation, as JSON. */
  body(field: GraphQLField<unknown, unknown>): string {
    const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const head = declared ? `(${declared})` : '';
    const query = print(parse(`mutation Wrong${head} { ${field.name}${given ? `(${given})` : ''} { __typename } }`));
    const variables = Object.fromEntries(field.args.flatMap(({ name, type }) => this.entry(name, type, 0)));
    return JSON.stringify({ query, variables: this.chance(0.01) ? this.one(HOSTILE) : variables });
  }

  private entry(name: string, type: GraphQLInputType, depth: number): [string, unknown][] {
    if (!isNonNullType(type) && this.chance(0.4)) return [];
    if (this.chance(0.02)) return [];
    const entry: [string, unknown] = [name, this.value(type, depth, name)];
    return this.chance(0.01) ? [entry, [`${name}x`, 1]] : [entry];
  }

  private value(given: GraphQLInputType, depth: number, name: string): unknown {
    const type = getNullableType(given);
    if (this.chance(0.04)) return this.one(HOSTILE);
    if (isListType(type))
      return Array.from({ length: Math.floor(this.random() * 3) }, () => this.value(type.ofType as GraphQLInputType, depth, name));
    if (isEnumType(type)) return this.one(type.getValues()).name;
    if (isInputObjectType(type)) {
      if (depth > 6) return {};
      const fields = Object.values(type.getFields());
      const taken = type.isOneOf ? [this.one(fields)] : fields;
      return Object.fromEntries(taken.flatMap(field => this.entry(field.name, field.type, depth + 1)));
    }
    return isScalarType(type) ? this.plausible(type.name, name) : undefined;
  }

  private plausible(scalar: string, name: string): unknown {
    switch (scalar) {
      case 'ID':
        return this.one(this.ids);
      case 'Int':
        return this.chance(0.15) ? this.one(HOSTILE_INTS) : Math.floor(this.random() * 20);
      case 'Boolean':
        return this.chance(0.5);
      case 'String':
        // Of the right type, so that they reach the database.
        if (this.chance(0.15)) return this.one(HOSTILE_TEXTS);
        return this.one(['Mô hình “Dân vận khéo”', 'Tổ 9', '15/QĐ-UBND', `${name} ${this.random()}`]);
      default:
        return this.one(['2024-05-01', '2025-07-01', '2024', '7', '12.5', 'x']);
    }
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private one<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }
}
