import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { ACCESS_SETTINGS, type AccessSettings, type OidcSettings } from '../../../platform/config/settings.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { Log } from '../../../platform/logging/log.js';
import { AccountErrors } from '../accounts.errors.js';

/** What must come back with the answer; kept by the browser, sealed. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

const CALLBACK = '/sign-in/oidc/callback';
const isLocal = (url: URL): boolean => /^(127\.[\d.]+|\[::1\]|localhost)$/.test(url.hostname);

/** The other system, by OpenID Connect: authorization code with PKCE, state and nonce, all checked by `openid-client`. */
@Injectable()
export class OidcClient {
  private known: Promise<oidc.Configuration> | undefined;

  constructor(
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    private readonly log: Log,
  ) {}

  /** @throws PATH_UNKNOWN where single sign-on is not configured. */
  get configured(): OidcSettings {
    if (!this.settings.oidc) throw PlatformErrors.PATH_UNKNOWN();
    return this.settings.oidc;
  }

  /** @returns where the browser goes, and what to expect of it when it comes back. */
  async begin(): Promise<{ url: string; expected: Expected }> {
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

  /** @param path of the callback, as the browser asked for it. @throws OIDC_REFUSED for whatever is not as expected. */
  async finish(path: string, { state, nonce, verifier }: Expected, requestId: string): Promise<Subject> {
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

  /** Asked for once; a system that was out of reach is asked again. */
  private configuration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.configured;
    const server = new URL(issuer);
    this.known ??= oidc
      .discovery(server, clientId, clientSecret, undefined, { execute: isLocal(server) ? [oidc.allowInsecureRequests] : [] })
      .catch((error: unknown) => {
        this.known = undefined;
        throw AccountErrors.OIDC_UNREACHABLE().because(error);
      });
    return this.known;
  }
}
