type Json = Readonly<Record<string, unknown>>;
interface Answer {
  readonly data?: object;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Calls `found` for each object within a value, however deep. */
function each(value: unknown, found: (object: Json) => void): void {
  if (!isObject(value)) return;
  found(value);
  for (const part of Object.values(value)) each(part, found);
}

/** The thing that an object of an input names, where it states the version that the person has seen: `{ id, expectedVersion }`. */
const seenThing = (object: Json): string | undefined =>
  'expectedVersion' in object ? String(object.id ?? object.evaluationId) : undefined;

/** The commands of a client that wait or run, one after another. */
class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private unfinished = 0;
  /** The version that the answered ones of a run of commands made of a thing, and the versions it had before, by its id. */
  private readonly made = new Map<string, { readonly before: Set<unknown>; readonly now: unknown }>();

  async take<A extends Answer>(input: object | undefined, send: (input: object | undefined) => Promise<A>): Promise<A> {
    this.unfinished++;
    const turn = this.last.then(async () => {
      const current = this.withCurrentVersions(input) as object | undefined;
      const answer = await send(current);
      this.note(current, answer.data);
      return answer;
    });
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      if (--this.unfinished === 0) this.made.clear();
    }
  }

  private withCurrentVersions(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(part => this.withCurrentVersions(part));
    if (!isObject(value)) return value;
    const made = this.made.get(seenThing(value) ?? '');
    const parts = Object.entries(value).map(([name, part]) => [name, this.withCurrentVersions(part)]);
    return { ...Object.fromEntries(parts), ...(made?.before.has(value.expectedVersion) && { expectedVersion: made.now }) };
  }

  private note(input: unknown, data: unknown): void {
    const versions = new Map<unknown, unknown>();
    each(data, ({ id, version }) => version !== undefined && versions.set(id, version));
    each(input, object => {
      const id = seenThing(object);
      const now = versions.get(id);
      // Any other version is one to which somebody else has changed it since.
      if (id === undefined || now !== Number(object.expectedVersion) + 1) return;
      const { before } = this.made.get(id) ?? { before: new Set() };
      this.made.set(id, { before: before.add(object.expectedVersion), now });
    });
  }
}

const turnsOf = new WeakMap<object, Turns>();

/**
 * Runs the commands of a client one after another. Who goes on while a command runs (opens a window during an upload) has seen the version before
 * it: the next command states the version that the person's own command made. A change by somebody else is refused as ever.
 */
export function inTurn<A extends Answer>(
  client: object,
  input: object | undefined,
  send: (input: object | undefined) => Promise<A>,
): Promise<A> {
  const turns = turnsOf.get(client) ?? new Turns();
  turnsOf.set(client, turns);
  return turns.take(input, send);
}
