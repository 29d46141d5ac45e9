/** What a cursor stands for: a row's place in an order. */
export interface Placed {
  /** `Unit.NAME` */
  readonly order: string;
  readonly key: string | number | null;
  readonly id: string;
}

const MARK = 'oracle’s cursor ';

/**
 * Which cursor of the registry stands for which place. Cursors are opaque, so the oracle writes its own, and the two are put side by side
 * where two answers have been compared: one place has one cursor, one cursor one place, and the oracle can go on after either.
 */
export class CursorBook {
  private readonly places = new Map<string, Placed>();
  private readonly cursors = new Map<string, string>();

  write(placed: Placed): string {
    return MARK + JSON.stringify([placed.order, placed.key, placed.id]);
  }

  isOurs(text: unknown): text is string {
    return typeof text === 'string' && text.startsWith(MARK);
  }

  /** @returns whether this cursor and this place may stand for one another. */
  learn(cursor: string, ours: string): boolean {
    const known = this.cursors.get(ours);
    if (known !== undefined) return known === cursor;
    if (this.places.has(cursor)) return false;
    const [order, key, id] = JSON.parse(ours.slice(MARK.length)) as [string, string | number, string];
    this.cursors.set(ours, cursor);
    this.places.set(cursor, { order, key, id });
    return true;
  }

  /** The place of a cursor that has been seen in an answer. */
  placeOf(cursor: string): Placed | undefined {
    return this.places.get(cursor);
  }

  /** Every cursor seen, with the name of its order. */
  seen(): { cursor: string; order: string }[] {
    return [...this.places].map(([cursor, { order }]) => ({ cursor, order }));
  }
}
