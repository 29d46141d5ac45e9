import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { ACCESS_SETTINGS, type AccessSettings, type OidcSettings } from '../../../platform/config/settings.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { Log } from '../../../platform/logging/log.js';
import { AccountErrors } from '../accounts.errors.js';

/** What the callback is verified against; the browser keeps it, encrypted, in a cookie. */
export interface ExpectedCallback {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
}

/** A person waits for the answer of the other system. */
const MOST_SECONDS = 5;
const CALLBACK = '/sign-in/oidc/callback';
const isLocal = (url: URL): boolean => /^(127\.[\d.]+|\[::1\]|localhost)$/.test(url.hostname);

interface DiscoveryFault {
  readonly code?: string;
  readonly message: string;
  readonly cause?: { readonly attribute?: string; readonly body?: { readonly issuer?: unknown } };
}

/** The provider answered, under another name than the one in `OIDC_ISSUER`. */
const isOfOtherName = (error: unknown): boolean => (error as DiscoveryFault).cause?.attribute === 'issuer';

/** For the operator: without it every sign-in fails and nothing says why. */
function reasonOf(error: unknown): Record<string, unknown> {
  const { code, message, cause } = error as DiscoveryFault;
  return isOfOtherName(error)
    ? { reason: 'OIDC_ISSUER differs from the name of the provider', provider: String(cause?.body?.issuer) }
    : { reason: code ?? message };
}

/** Client of the external system by OpenID Connect: authorization code with PKCE, state and nonce, all verified by `openid-client`. */
@Injectable()
export class OidcClient {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly log: Log,
  ) {}

  get isConfigured(): boolean {
    return this.settings.oidc !== undefined;
  }

  /** @throws PATH_UNKNOWN if single sign-on is not configured */
  get configured(): OidcSettings {
    if (!this.settings.oidc) throw PlatformErrors.PATH_UNKNOWN();
    return this.settings.oidc;
  }

  /** @returns the address to redirect the browser to, and what to verify its callback against. */
  async begin(): Promise<{ url: string; expected: ExpectedCallback }> {
    const expected = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const url = oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.configured.publicUrl + CALLBACK,
      scope: 'openid',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, expected };
  }

  /** @param path of the callback as requested, with its query. @throws OIDC_REFUSED for any mismatch */
  async finish(path: string, { state, nonce, verifier }: ExpectedCallback, requestId: string): Promise<OidcIdentity> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(path, this.configured.publicUrl), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const { iss, sub } = tokens.claims()!;
      return { issuer: iss, subject: sub };
    } catch (error) {
      const { code, name } = error as { code?: string; name: string };
      this.log.warn('single sign-on refused', { requestId, reason: code ?? name });
      throw AccountErrors.OIDC_REFUSED();
    }
  }

  /** Discovered once; after a failure it is discovered again. */
  private configuration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.configured;
    const server = new URL(issuer);
    const discover = (at: URL): Promise<oidc.Configuration> =>
      oidc.discovery(at, clientId, clientSecret, undefined, {
        execute: isLocal(at) ? [oidc.allowInsecureRequests] : [],
        timeout: MOST_SECONDS,
      });
    // Providers differ in a slash at the end of their name, and people do not see it.
    const otherwise = new URL(issuer.endsWith('/') ? issuer.slice(0, -1) : `${issuer}/`);
    this.discovered ??= discover(server)
      .catch((error: unknown) => (isOfOtherName(error) ? discover(otherwise).catch(() => Promise.reject(error)) : Promise.reject(error)))
      .catch((error: unknown) => {
        this.discovered = undefined;
        this.log.warn('single sign-on provider not usable', { issuer, ...reasonOf(error) });
        throw AccountErrors.OIDC_UNREACHABLE().because(error);
      });
    return this.discovered;
  }
}
