import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../support/random.js';
import type { ArgumentGenerator } from './argument.generator.js';
import type { DocumentDraft, Part } from './document.draft.js';
import type { Declares } from './shown-fields.js';

/** How much more may be asked for at a place. */
interface Room {
  readonly depth: number;
  readonly rows: number;
  readonly objects: number;
  /** Fragments within fragments. */
  readonly wraps: number;
  /** Objects of several types answer here: what they have in common by name may differ in type. */
  readonly mixed: boolean;
}

type AnyField = GraphQLField<unknown, unknown>;

/** How the gate reckons a list without pages. */
const UNPAGED = 10;
const SIZES = [1, 1, 2, 2, 3, 4, 5, 7, 20, 50, 99, 100];

/** Writes selections of whatever views declare. */
export class SelectionGenerator {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly declares: Declares,
    private readonly args: ArgumentGenerator,
    private readonly random: Random,
  ) {}

  /** `{ … }` on an object of this type. */
  on(draft: DocumentDraft, type: GraphQLNamedType, given: Pick<Room, 'depth' | 'rows' | 'objects'>): Part {
    return this.selection(draft, type, { ...given, wraps: 2, mixed: isInterfaceType(type) });
  }

  private selection(draft: DocumentDraft, type: GraphQLNamedType, room: Room): Part {
    const parts: Part[] = [];
    let { rows, objects } = room;
    for (let n = this.random.between(1, 5); n > 0; n--) {
      const part = this.part(draft, type, { ...room, rows, objects });
      if (!part) continue;
      parts.push(part);
      rows -= part.rows;
      objects -= part.objects;
    }
    if (parts.length === 0) parts.push({ text: '__typename', rows: 0, objects: 0, depth: 0 });
    const text = `{ ${parts.map(part => part.text).join(this.random.chance(0.2) ? ', ' : ' ')} }`;
    const sum = (what: 'rows' | 'objects'): number => parts.reduce((total, part) => total + part[what], 0);
    return { text, rows: sum('rows'), objects: sum('objects'), depth: Math.max(...parts.map(part => part.depth)) };
  }

  private part(draft: DocumentDraft, type: GraphQLNamedType, room: Room): Part | undefined {
    const { random } = this;
    const dice = random.next();
    if (dice < 0.1) return this.typename(draft);
    if (isInterfaceType(type))
      return dice < 0.25 ? this.field(draft, type.getFields().id!, room) : this.fragmentOnOne(draft, type.name, room);
    if (room.wraps > 0 && dice < 0.2) return this.inlineFragment(draft, type, room);
    if (room.wraps > 0 && dice < 0.32) return this.spread(draft, type, room);
    const field = this.anyField(type as GraphQLObjectType, room);
    return field && this.field(draft, field, room);
  }

  private typename(draft: DocumentDraft): Part {
    const alias = this.random.chance(0.3) ? draft.alias() : undefined;
    return { text: `${alias ? `${alias}: ` : ''}__typename${this.directives(draft)}`, rows: 0, objects: 0, depth: 0 };
  }

  /** What one of the types behind an interface has. */
  private fragmentOnOne(draft: DocumentDraft, name: string, room: Room): Part {
    const interfaceType = this.schema.getType(name);
    const types = isInterfaceType(interfaceType) ? this.schema.getPossibleTypes(interfaceType) : [];
    const type = this.random.pick(types.filter(({ name: known }) => this.declares(known, 'id')));
    return this.random.chance(0.6) ? this.inlineFragment(draft, type, room, type.name) : this.spread(draft, type, { ...room, wraps: 1 });
  }

  private inlineFragment(draft: DocumentDraft, type: GraphQLNamedType, room: Room, condition?: string): Part {
    const { random } = this;
    const node = isObjectType(type) ? type.getInterfaces().find(({ name }) => name === 'Node') : undefined;
    const on = condition ?? random.pick([type.name, undefined, ...(node && room.depth > 1 ? ['Node'] : [])]);
    const directives = this.directives(draft);
    const inner =
      on === 'Node'
        ? { text: '{ id __typename }', rows: 0, objects: 0, depth: 1 }
        : this.selection(draft, type, { ...room, wraps: room.wraps - 1 });
    return { ...inner, text: `...${on ? ` on ${on}` : ''}${directives} ${inner.text}` };
  }

  /** A named fragment: one there is already, where it fits, or a new one. */
  private spread(draft: DocumentDraft, type: GraphQLNamedType, room: Room): Part {
    const isSmall = ({ depth, rows, objects }: Part): boolean => depth <= room.depth && rows <= room.rows && objects <= room.objects;
    const fitting = draft.fragments.filter(f => f.type === type.name && isSmall(f.part));
    if (fitting.length > 0 && this.random.chance(0.6)) {
      const { name, part } = this.random.pick(fitting);
      return { ...part, text: `...${name}${this.directives(draft)}` };
    }
    const part = this.selection(draft, type, { ...room, wraps: room.wraps - 1 });
    const name = draft.fragmentName();
    draft.fragments.push({ name, type: type.name, text: `fragment ${name} on ${type.name} ${part.text}`, part });
    return { ...part, text: `...${name}${this.directives(draft)}` };
  }

  private anyField(type: GraphQLObjectType, room: Room): AnyField | undefined {
    const fields = Object.values(type.getFields()).filter(field => this.declares(type.name, field.name) && fits(field, room));
    if (fields.length === 0) return undefined;
    const deep = fields.filter(field => isCompositeType(getNamedType(field.type)));
    return this.random.pick(deep.length > 0 && this.random.chance(0.5) ? deep : fields);
  }

  private field(draft: DocumentDraft, field: AnyField, room: Room): Part | undefined {
    const key = this.key(draft, field, room.mixed);
    if (key === undefined) return undefined;
    const { times, size } = this.times(field, room);
    const text = `${key}${this.args.of(draft, field, size)}${this.directives(draft)}`;
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return { text, rows: 0, objects: 0, depth: 1 };
    const rows = times === 0 ? room.rows : room.rows / times - 1;
    const inner = this.selection(draft, named, {
      ...room,
      depth: room.depth - 1,
      rows,
      objects: room.objects - 1,
      mixed: isInterfaceType(named),
    });
    return {
      text: `${text} ${inner.text}`,
      rows: times === 0 ? inner.rows : times * (1 + inner.rows),
      objects: 1 + inner.objects,
      depth: 1 + inner.depth,
    };
  }

  /** How many objects the field shows; 0 for one that costs no row of its own. */
  private times(field: AnyField, { rows }: Room): { times: number; size?: number | undefined } {
    if (field.args.some(arg => arg.name === 'first')) {
      const size = this.random.pick(SIZES.filter(known => known <= rows));
      return size === 20 && this.random.chance(0.5) ? { times: 20, size: undefined } : { times: size, size };
    }
    const isPagePart = field.args.length === 0 && /^(edges|nodes)$/.test(field.name);
    return { times: !isPagePart && isListType(getNullableType(field.type)) ? UNPAGED : 0 };
  }

  /** What the field answers to. */
  private key(draft: DocumentDraft, field: AnyField, mixed: boolean): string | undefined {
    const { random } = this;
    if (field.args.length > 0) {
      if (!draft.plain.has(field.name) && random.chance(0.4)) {
        draft.plain.add(field.name);
        return field.name;
      }
      const alias = draft.alias();
      return alias && `${alias}: ${field.name}`;
    }
    const alias = random.chance(mixed ? 0.9 : 0.1) ? draft.alias() : undefined;
    return alias ? `${alias}: ${field.name}` : field.name;
  }

  private directives(draft: DocumentDraft): string {
    let text = '';
    for (const name of this.random.shuffled(['skip', 'include']))
      if (draft.directive()) text += ` @${name}(if: ${this.condition(draft, (name === 'include') === this.random.chance(0.7))})`;
    return text;
  }

  private condition(draft: DocumentDraft, value: boolean): string {
    switch (this.random.below(4)) {
      case 0:
      case 1:
        return String(value);
      case 2: {
        const name = draft.known('Boolean!') ?? draft.variable('Boolean!');
        draft.values[name] ??= value;
        return `$${name}`;
      }
      default:
        return `$${draft.variable('Boolean', String(value))}`;
    }
  }
}

/** Whether there is room for the field with the least below it. */
function fits({ type, args }: AnyField, room: Room): boolean {
  if (!isCompositeType(getNamedType(type))) return room.depth >= 1;
  const paged = args.some(arg => arg.name === 'first');
  return room.depth >= (paged ? 3 : 2) && room.objects >= 2 && room.rows >= (paged || isListType(getNullableType(type)) ? UNPAGED : 0);
}
