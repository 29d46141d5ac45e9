import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { Scopes } from '../../platform/views/scopes.js';
import type { Action } from '../../shared/lifecycle.js';
import type { Id } from '../../shared/ids.js';
import type { NamedValue } from '../../shared/language.js';
import { criteriaSetVersionView } from './criteria-set.view.js';
import { CriteriaErrors } from './criteria.errors.js';
import { factsOf } from './version.facts.js';
import { versionLifecycle } from './version.lifecycle.js';
import { readVersions, versionsInForce, type StoredVersion } from './version.store.js';

const RIGHTS: Readonly<Record<string, string>> = { edit: 'criteria.draft', publish: 'criteria.publish', remove: 'criteria.draft' };
const ISSUER: NamedValue = { value: 'issuer', vi: 'cơ quan ban hành bộ tiêu chí', en: 'the issuer of the set' };

/** Reads whole versions: for the API, and for chapters above that score by them. */
@Injectable()
export class CriteriaReader {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
    private readonly scopes: Scopes,
  ) {}

  /** Many at once, so that all fields of an answer share a statement. */
  readonly versions = (ids: readonly string[]): Promise<(StoredVersion | undefined)[]> => readVersions(this.db.rows, ids);

  /** @throws CRITERIA_VERSION_NOT_FOUND, also for a draft that the actor does not see */
  async version(actor: Actor, id: Id): Promise<StoredVersion> {
    const caller = { actor, query: this.db.rows, today: this.db.today() };
    const [found] = (await this.scopes.sees(caller, criteriaSetVersionView, id)) ? await this.versions([id]) : [];
    if (!found) throw CriteriaErrors.CRITERIA_VERSION_NOT_FOUND({ id });
    return found;
  }

  /** What can be done with a version now, and by the actor. */
  async actionsOf(actor: Actor, stored: StoredVersion): Promise<Action[]> {
    const inForce = await versionsInForce(this.db.rows, stored.setId);
    const actions = versionLifecycle.actionsOf(stored.state, factsOf(stored, inForce, undefined));
    return Promise.all(
      actions.map(async action => {
        const right = RIGHTS[action.name]!;
        const reaches = await this.rights.reaches(actor, right);
        if (reaches(stored.issuerId)) return action;
        return { ...action, allowed: false, blockedBy: [this.rights.denialReason(right, ISSUER), ...action.blockedBy] };
      }),
    );
  }
}
