import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { SecretBox } from '../../../platform/database/secret-box.js';
import { Log } from '../../../platform/logging/log.js';
import type { Id } from '../../../shared/ids.js';
import { AccountErrors } from '../accounts.errors.js';
import { lockAccount } from '../account.store.js';
import type { NewSession } from '../sessions/sessions.service.js';
import { SignInService, refuseUnencrypted, type RequestOrigin } from '../sign-in/sign-in.service.js';
import { OidcClient, type ExpectedCallback } from './oidc.client.js';
import { OutsideIdentityEntity } from './outside-identity.entity.js';
import { accountOf, deleteIdentities } from './outside-identity.store.js';

const KEY = 'single-sign-on';
const OWNER = 'flow';
const FLOW_LASTS_MS = 10 * 60_000;

interface Flow {
  readonly expected: ExpectedCallback;
  readonly until: number;
}

/** Sign-in by an external system that authenticates people. An account is found by issuer and subject, never by an e-mail. */
@Injectable()
export class SingleSignOnService {
  constructor(
    private readonly db: Database,
    private readonly box: SecretBox,
    private readonly oidc: OidcClient,
    private readonly signInService: SignInService,
    private readonly log: Log,
  ) {}

  /** @returns the address to redirect the browser to, and the encrypted flow for its cookie. */
  async begin({ client }: RequestOrigin): Promise<{ url: string; flow: string }> {
    void this.oidc.configured;
    refuseUnencrypted(client);
    const { url, expected } = await this.oidc.begin();
    const flow: Flow = { expected, until: this.db.now().getTime() + FLOW_LASTS_MS };
    return { url, flow: (await this.box.seal(KEY, OWNER, Buffer.from(JSON.stringify(flow)))).toString('base64url') };
  }

  /** @throws OIDC_REFUSED, OIDC_NOT_LINKED */
  async finish(path: string, sealed: string | undefined, origin: RequestOrigin): Promise<NewSession> {
    void this.oidc.configured;
    refuseUnencrypted(origin.client);
    const flow = await this.open(sealed);
    if (!flow || flow.until < this.db.now().getTime()) {
      this.log.warn('single sign-on refused', { requestId: origin.requestId, reason: 'no flow under way' });
      throw AccountErrors.OIDC_REFUSED();
    }
    const identity = await this.oidc.finish(path, flow.expected, origin.requestId);
    const accountId = await accountOf(this.db.rows, identity);
    const session = accountId === undefined ? undefined : await this.signInService.signInExternally(accountId, origin);
    if (session) return session;
    this.log.warn('single sign-on refused', { requestId: origin.requestId, reason: 'not linked' });
    throw AccountErrors.OIDC_NOT_LINKED({ subject: identity.subject });
  }

  get isOffered(): boolean {
    return this.oidc.isConfigured;
  }

  /** Done by an administrator, who knows which person the subject is. */
  link(actor: Actor, given: { accountId: Id; subject: string }): Promise<Id> {
    const { accountId, subject } = given;
    const { issuer } = this.oidc.configured;
    return this.db.tx(actor, async tx => {
      await lockAccount(tx, accountId);
      const linked = await accountOf(tx.query, { issuer, subject });
      if (linked === accountId) return tx.unchanged(accountId);
      if (linked !== undefined) throw AccountErrors.OIDC_SUBJECT_TAKEN().at('subject');
      await tx.manager.insert(OutsideIdentityEntity, { issuer, subject, accountId, linkedAt: tx.now });
      await tx.audit({ action: 'outsideIdentity.linked', object: { type: 'Account', id: accountId }, after: { issuer, subject } });
      return accountId;
    });
  }

  /** Removes all external identities of the account. */
  unlink(actor: Actor, given: { accountId: Id; reason: string }): Promise<Id> {
    const { accountId, reason } = given;
    return this.db.tx(actor, async tx => {
      await lockAccount(tx, accountId);
      const before = await deleteIdentities(tx, accountId);
      if (before.length === 0) return tx.unchanged(accountId);
      await tx.audit({ action: 'outsideIdentity.unlinked', object: { type: 'Account', id: accountId }, before, reason });
      return accountId;
    });
  }

  private async open(sealed: string | undefined): Promise<Flow | undefined> {
    if (!sealed) return undefined;
    try {
      return JSON.parse((await this.box.open(KEY, OWNER, Buffer.from(sealed, 'base64url'))).toString()) as Flow;
    } catch {
      return undefined; // Forged or truncated.
    }
  }
}
