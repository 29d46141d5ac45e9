import { isIPv6 } from 'node:net';
import type { HttpRequest } from './request-id.js';

/** The client of a request. Forwarded addresses and schemes are used only from proxies that the operator trusts (`TRUSTED_PROXIES`). */
export interface Client {
  readonly address: string;
  readonly userAgent: string | null;
  /** How the answer travels: encrypted, within this machine, or unencrypted over a network. Secrets are never sent in the last case. */
  readonly transport: 'https' | 'loopback' | 'open';
}

const MAX_AGENT_LENGTH = 300;

/** Address and scheme as a trusted proxy states them; of the user agent at most 300 printable ASCII characters. */
export function clientOf(request: HttpRequest): Client {
  return {
    address: request.ip.replace(/^::ffff:(?=[\d.]+$)/i, ''),
    userAgent: request.headers['user-agent']?.replaceAll(/[^\x20-\x7e]/g, '').slice(0, MAX_AGENT_LENGTH) || null,
    transport: request.protocol === 'https' ? 'https' : isLoopback(request) ? 'loopback' : 'open',
  };
}

/** Browsers accept secure cookies from localhost without https. A request through a proxy that is not trusted looks local and is not. */
function isLoopback({ ip, hostname, headers }: HttpRequest): boolean {
  const forwarded = headers.forwarded ?? headers['x-forwarded-for'] ?? headers['x-forwarded-proto'] ?? headers.via;
  const local = /^(127\.|::1$|::ffff:127\.)/i.test(ip);
  return local && forwarded === undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(hostname);
}

/** Whether a browser sends this from a page of another origin. Other programs send no `Origin`: a foreign page cannot make them send a request. */
export function isCrossOrigin({ headers, protocol, host }: HttpRequest): boolean {
  const { origin } = headers;
  return origin !== undefined && origin.toLowerCase() !== `${protocol}://${host}`.toLowerCase();
}

/** The network of one subscriber: an IPv4 address itself, of IPv6 the first 64 bits, because a subscriber is given all addresses below them. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...middle, ...right].slice(0, 4).map(group => group.toLowerCase().replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
