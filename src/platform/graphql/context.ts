import DataLoader from 'dataloader';
import type { Actor } from '../access/actor.js';
import { SEES_NOTHING, type Sight } from '../access/sight.js';
import type { Language } from '../../shared/language.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { Client } from '../http/client.js';
import type { HttpAnswer } from '../http/request-id.js';
import type { Asker } from '../http/who-asks.js';

/** What one GraphQL request knows. Made anew for each request. */
export class RequestContext {
  /** The operation's variables, coerced by the gate. */
  variables: Readonly<Record<string, unknown>> = {};

  /** What of views whoever asks may see, as the gate finds. */
  sight: Sight = SEES_NOTHING;

  /** How many rows the operation can answer with, as the gate reckons. */
  cost = 0;

  /** How long the request took to arrive and waited for its turn, in milliseconds. */
  waited = 0;

  private readonly loaders = new Map<unknown, DataLoader<string, unknown>>();

  constructor(
    readonly requestId: string,
    readonly language: Language,
    readonly asker: Asker,
    readonly client: Client,
    /** The HTTP answer's headers: cookies, when to come again. */
    readonly answer: HttpAnswer,
  ) {}

  /** Who asks; `undefined` for nobody. */
  get actor(): Actor | undefined {
    return this.asker.actor;
  }

  /**
   * Gathers the keys that the fields of one answer ask for and loads them together, so that a page costs as many statements as a single object.
   * Only for what no view declares.
   * @param load answers one value a key, in order. It stands for the loader: pass the same function each time.
   */
  batch<V>(load: (keys: readonly string[]) => Promise<readonly V[]>, key: string): Promise<V> {
    let loader = this.loaders.get(load) as DataLoader<string, V> | undefined;
    if (!loader) {
      loader = new DataLoader<string, V>(keys => load(keys));
      this.loaders.set(load, loader as DataLoader<string, unknown>);
    }
    return loader.load(key);
  }

  /** Who asks, where the gate has let nobody else through. */
  get signedIn(): Actor {
    if (!this.actor) throw this.asker.lapsed ?? PlatformErrors.UNAUTHENTICATED();
    return this.actor;
  }
}

/** The first of Vietnamese and English that the client prefers; Vietnamese when it does not say. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((part, index) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map(p => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(q => q !== undefined);
    return { tag, quality: quality === undefined ? 1 : Number(quality), index };
  });
  const best = wishes
    .filter(wish => /^(vi|en)\b/.test(wish.tag) && wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.index - b.index)[0];
  return best?.tag.startsWith('en') ? 'en' : 'vi';
}
