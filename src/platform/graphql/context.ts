import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import DataLoader from 'dataloader';
import type { Actor } from '../access/actor.js';
import { NO_SIGHT, type Sight } from '../access/sight.js';
import type { Language } from '../../shared/language.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { Client } from '../http/client.js';
import type { HttpReply } from '../http/request-id.js';
import type { Caller } from '../http/caller.js';

/** The context of one GraphQL request. */
export class RequestContext {
  /** The operation's variables, coerced by the gate. */
  variables: Readonly<Record<string, unknown>> = {};

  /** What the caller may see, set by the gate. */
  sight: Sight = NO_SIGHT;

  /** How many rows the operation can return at most, computed by the gate. */
  cost = 0;

  /** Milliseconds from the first byte of the request until it was admitted. */
  waited = 0;

  private readonly loaders = new Map<unknown, DataLoader<string, unknown>>();

  constructor(
    readonly requestId: string,
    readonly language: Language,
    readonly caller: Caller,
    readonly client: Client,
    /** The HTTP reply, for headers: cookies, `Retry-After`. */
    readonly reply: HttpReply,
  ) {}

  /** The caller; `undefined` for an anonymous request. */
  get actor(): Actor | undefined {
    return this.caller.actor;
  }

  /**
   * Collects the keys that the fields of one answer request and loads them together, so that a page costs as many statements as a single object.
   * Only for data that no view declares.
   * @param load returns one value for each key, in order. The loader is found by this function: pass the same one each time.
   */
  batch<V>(load: (keys: readonly string[]) => Promise<readonly V[]>, key: string): Promise<V> {
    let loader = this.loaders.get(load) as DataLoader<string, V> | undefined;
    if (!loader) {
      loader = new DataLoader<string, V>(keys => load(keys));
      this.loaders.set(load, loader as DataLoader<string, unknown>);
    }
    return loader.load(key);
  }

  /** The caller of an operation that the gate allows to signed-in callers only. @throws SESSION_ENDED, UNAUTHENTICATED. */
  get signedIn(): Actor {
    if (!this.actor) throw this.caller.sessionEnded ?? PlatformErrors.UNAUTHENTICATED();
    return this.actor;
  }
}

/** What Apollo passes to `didResolveOperation`. */
export type ResolvedOperation = GraphQLRequestContextDidResolveOperation<RequestContext>;

/** Vietnamese or English, whichever the client prefers (`Accept-Language`); Vietnamese when the client states neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const preferences = (acceptLanguage ?? '').split(',').map((part, index) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map(parameter => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(found => found !== undefined);
    return { tag, quality: quality === undefined ? 1 : Number(quality), index };
  });
  const best = preferences
    .filter(preference => /^(vi|en)\b/.test(preference.tag) && preference.quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.index - b.index)[0];
  return best?.tag.startsWith('en') ? 'en' : 'vi';
}
