import type { CopyStore, CopyTransaction, Kept } from '../../clients/typescript/src/sync.js';

/** A copy in memory. `failing` ends a transaction before it is kept, as a killed process would. */
export class MemoryStore implements CopyStore {
  private kept: {
    readonly objects: ReadonlyMap<string, { readonly type: string; readonly object: Kept; readonly round: number }>;
    readonly state: string | undefined;
  } = {
    objects: new Map(),
    state: undefined,
  };

  constructor(private readonly failing: () => boolean = () => false) {}

  state(): Promise<string | undefined> {
    return Promise.resolve(this.kept.state);
  }

  async transaction(work: (transaction: CopyTransaction) => Promise<void>): Promise<void> {
    const objects = new Map(this.kept.objects);
    let { state } = this.kept;
    await work({
      put: (type, object, round) => void objects.set(object.id, { type, object, round }),
      remove: (_type, id) => void objects.delete(id),
      removeOlder: (type, round) => {
        for (const [id, kept] of objects) if (kept.type === type && kept.round < round) objects.delete(id);
      },
      saveState: saved => void (state = saved),
    });
    if (this.failing()) throw new Error('Killed.');
    this.kept = { objects, state };
  }

  /** The objects of a type by their ids. */
  of(type: string): Record<string, Kept> {
    const own = [...this.kept.objects.values()].filter(kept => kept.type === type).map(({ object }) => [object.id, object] as const);
    return Object.fromEntries(own.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}
