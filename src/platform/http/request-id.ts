import { randomUUID } from 'node:crypto';
import { BlockList, isIP } from 'node:net';

/** The parts of an HTTP request that the registry reads. */
export interface HttpRequest {
  /** Assigned by the HTTP server; the same in the log, the trail and the answer. */
  readonly id: string;
  /** The matched route, however the client wrote its path; without `url` where no route matches. */
  readonly routeOptions: { readonly url?: string | undefined };
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The client's address; behind trusted proxies, the one that they forward. */
  readonly ip: string;
  readonly protocol: string;
  /** The `Host` header, with and without the port. */
  readonly host: string;
  readonly hostname: string;
}

/** The part of an HTTP reply that headers are written to. */
export interface HttpReply {
  header(name: string, value: string): unknown;
}

const ACCEPTABLE = /^[\w.-]{8,64}$/;

interface RawRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * Ids for requests: the one that a trusted proxy has given, if it is safe in a log; else a new one. A client chooses none: the trail is searched by
 * them, and one id for the requests of many people would hide what happened.
 */
export function requestIds(trustedProxies: readonly string[]): (request: RawRequest) => string {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return ({ headers: { 'x-request-id': given }, socket: { remoteAddress = '' } }) => {
    const isProxy = isIP(remoteAddress) !== 0 && trusted.check(remoteAddress, isIP(remoteAddress) === 6 ? 'ipv6' : 'ipv4');
    return isProxy && typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
  };
}
