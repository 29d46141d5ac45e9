import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../support/random.js';
import type { DocumentDraft } from './document.draft.js';
import type { ValuePool } from './value.pool.js';

/** What is written behind an argument’s name (nothing: it is left out), and what the field then gets. */
interface Given {
  readonly text: string | undefined;
  readonly effective: unknown;
}

/** A place that takes a value: an argument, or a field of an input object. */
interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly fallback: unknown;
  /** The type of what is asked for: `parentId` of a list of units is the id of a unit. */
  readonly owner: string;
}

/** Writes the arguments of fields: as literals, as variables in all their ways of being given, or not at all. */
export class ArgumentGenerator {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly pool: ValuePool,
  ) {}

  /** The arguments of a field, brackets included. @param size of its page, where it has pages; `undefined` leaves it to the default. */
  of(draft: DocumentDraft, field: GraphQLField<unknown, unknown>, size: number | undefined): string {
    const owner = getNamedType(field.type).name.replace(/Connection$/, '');
    const placed = (arg: GraphQLArgument): Place => ({ name: arg.name, type: arg.type, fallback: arg.defaultValue, owner });
    const order = field.args.find(arg => arg.name === 'orderBy');
    const ordered = order && this.maybe(draft, placed(order));
    const texts = field.args.flatMap(arg => {
      const given = arg === order ? ordered! : this.argument(draft, placed(arg), size, `${owner}.${String(ordered?.effective)}`);
      return given.text === undefined ? [] : [`${arg.name}: ${given.text}`];
    });
    return texts.length === 0 ? '' : `(${this.random.shuffled(texts).join(', ')})`;
  }

  private argument(draft: DocumentDraft, place: Place, size: number | undefined, order: string): Given {
    const { random, pool } = this;
    switch (place.name) {
      case 'first':
        if (draft.goesWrong('first')) return this.give(draft, place, random.pick([0, -1, 101, 999, 2_147_483_647]), 'as it is');
        return size === undefined ? LEFT_OUT : this.give(draft, place, size, 'as it is');
      case 'after': {
        if (draft.goesWrong('cursor')) return this.give(draft, place, pool.wrongCursor(random, order), 'as it is');
        const cursor = random.chance(0.5) ? pool.cursor(random, order) : undefined;
        return cursor === undefined ? (random.chance(0.1) ? this.give(draft, place, null) : LEFT_OUT) : this.give(draft, place, cursor);
      }
      default:
        return this.maybe(draft, place);
    }
  }

  private maybe(draft: DocumentDraft, place: Place): Given {
    const optional = place.fallback !== undefined || !isNonNullType(place.type);
    if (optional && this.random.chance(0.3)) return { text: undefined, effective: place.fallback };
    return this.give(draft, place, this.value(draft, place));
  }

  /** @param how `as it is` where what reaches the field must be the value and nothing else. */
  private give(draft: DocumentDraft, place: Place, value: unknown, how?: 'as it is'): Given {
    const { random } = this;
    const takesNull = !isNonNullType(place.type);
    const type = String(getNullableType(place.type));
    if (random.chance(0.5)) return { text: this.literal(draft, place, value), effective: value };
    const loose = takesNull || place.fallback !== undefined;
    if (!takesNull && loose && draft.goesWrong('null')) return this.sent(draft, type, null);
    const fixed = (): string => this.literal(undefined, place, value);
    const ways: (() => Given)[] = [() => this.sent(draft, `${type}!`, value), () => this.sent(draft, `${type}!`, value)];
    if (loose) ways.push(() => this.sent(draft, type, value));
    if (value !== null) {
      ways.push(
        () => this.unsent(draft, type, fixed(), value),
        () => this.unsent(draft, `${type}!`, fixed(), value),
        () => this.sent(draft, type, value, fixed()),
      );
    }
    if (loose && how === undefined) ways.push(() => this.unsent(draft, type, undefined, place.fallback));
    if (takesNull && how === undefined)
      ways.push(() => this.sent(draft, type, null, random.chance(0.3) && value !== null ? fixed() : undefined));
    if (value === null) return random.chance(0.5) ? this.sent(draft, type, null) : { text: 'null', effective: null };
    // A text or an id serves one purpose; a day or an order serves anywhere.
    const known = /^(String|ID|Int)$/.test(type) ? undefined : draft.known(`${type}!`);
    return known === undefined ? random.pick(ways)() : { text: `$${known}`, effective: draft.values[known] };
  }

  private sent(draft: DocumentDraft, type: string, value: unknown, fallback?: string): Given {
    const name = draft.variable(type, fallback);
    draft.values[name] = value;
    return { text: `$${name}`, effective: value };
  }

  private unsent(draft: DocumentDraft, type: string, fallback: string | undefined, effective: unknown): Given {
    return { text: `$${draft.variable(type, fallback)}`, effective };
  }

  private value(draft: DocumentDraft, place: Place): unknown {
    const { random, pool } = this;
    if (!isNonNullType(place.type) && random.chance(0.05)) return null;
    const type = getNullableType(place.type);
    if (isListType(type)) return this.list(draft, { ...place, type: type.ofType as GraphQLInputType });
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) return this.inputObject(draft, type, place.owner);
    switch (type.name) {
      case 'ID':
        return this.id(draft, place);
      case 'LocalDate':
        return random.pick(pool.days);
      case 'Int':
        // Of a year, most likely.
        return Number(random.pick(pool.days).slice(0, 4));
      case 'Boolean':
        return random.chance(0.5);
      case 'String':
        if (draft.goesWrong('words')) return random.pick(['…', '   ', 'a\u0000b', 'x'.repeat(201)]);
        return this.words(place.name);
      case 'DateTime':
        return random.pick(pool.moments);
      default:
        throw new Error(`The generator has no values of the type ${type.name}.`);
    }
  }

  private words(field: string): string {
    const { random, pool } = this;
    const known = pool.wordsOf(field);
    return known && known.length > 0 && random.chance(0.8) ? random.pick(known) : pool.words(random).slice(0, 40);
  }

  /** A list is a list, but for one item alone GraphQL takes the item. Words are not said twice: some lists take no more than there are. */
  private list(draft: DocumentDraft, item: Place): unknown {
    const { random } = this;
    const bare = getNullableType(item.type);
    const items = isEnumType(bare)
      ? random.some(bare.getValues(), 3).map(word => word.name)
      : Array.from({ length: random.between(0, 3) }, () => this.value(draft, item));
    return items.length === 1 && items[0] !== null && random.chance(0.5) ? items[0] : items;
  }

  private inputObject(draft: DocumentDraft, type: GraphQLInputObjectType, owner: string): Record<string, unknown> {
    const all = Object.values(type.getFields());
    const fields = [
      ...all.filter(field => isNonNullType(field.type)),
      ...this.random.shuffled(all.filter(isNullableField)).slice(0, this.random.pick(HOW_MANY)),
    ];
    return Object.fromEntries(
      fields.map(({ name, type: inner }) => [name, this.value(draft, { name, type: inner, fallback: undefined, owner })]),
    );
  }

  private id(draft: DocumentDraft, { name, owner }: Place): string {
    const { random, pool } = this;
    const type = this.typeOfId(name.replace(/Ids?$/, ''), owner);
    if (type === undefined) return pool.anyId(random);
    return draft.goesWrong('id') ? pool.wrongId(random, type) : pool.id(random, type);
  }

  /** `launcherId` is of the type that the field `launcher` shows, `themeId` of a theme, `id` of what is asked for. */
  private typeOfId(word: string, owner: string): string | undefined {
    const { types } = this.pool;
    const shown = this.schema.getType(owner);
    const field = isObjectType(shown) ? shown.getFields()[word] : undefined;
    const pointed = field && getNamedType(field.type).name;
    if (pointed !== undefined && types.includes(pointed)) return pointed;
    return types.find(known => known.toLowerCase() === word.toLowerCase()) ?? types.find(known => known === owner);
  }

  /** @param draft where parts of the value may be variables; a default value must be fixed. */
  private literal(draft: DocumentDraft | undefined, { type, owner, ...place }: Place, value: unknown): string {
    if (value === null || value === undefined) return 'null';
    const bare = getNullableType(type);
    if (isListType(bare)) {
      const item: Place = { ...place, owner, type: bare.ofType as GraphQLInputType };
      if (!Array.isArray(value)) return this.literal(draft, item, value);
      return `[${value.map(one => this.literal(draft, item, one)).join(this.random.pick([', ', ' ']))}]`;
    }
    if (isInputObjectType(bare)) return this.objectLiteral(draft, bare, owner, value as Record<string, unknown>);
    return this.leafLiteral(bare as GraphQLEnumType, value);
  }

  private objectLiteral(
    draft: DocumentDraft | undefined,
    type: GraphQLInputObjectType,
    owner: string,
    value: Record<string, unknown>,
  ): string {
    const fields = Object.entries(value).flatMap(([name, inner]) => {
      const place: Place = { name, type: type.getFields()[name]!.type, fallback: undefined, owner };
      const text = draft ? this.give(draft, place, inner).text : this.literal(undefined, place, inner);
      return text === undefined ? [] : [`${name}: ${text}`];
    });
    return `{${fields.join(', ')}}`;
  }

  private leafLiteral(type: GraphQLInputType, value: unknown): string {
    if (typeof value !== 'string' || isEnumType(type)) return String(value);
    if (String(type) === 'ID' && /^[1-9]\d*$/.test(value)) return value;
    const simple = /^[^"\\\s](?:[^"\\\n\r\u2028]*[^"\\\s])?$/.test(value);
    return simple && this.random.chance(0.1) ? `"""${value}"""` : JSON.stringify(value);
  }
}

/** How many fields of an input object are given: with many conditions at once nothing is left to find. */
const HOW_MANY = [0, 1, 1, 1, 1, 2, 2, 3];

const isNullableField = ({ type }: { type: GraphQLInputType }): boolean => !isNonNullType(type);

const LEFT_OUT: Given = { text: undefined, effective: undefined };
