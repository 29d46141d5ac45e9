import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Id } from '../../../shared/ids.js';
import type { NamedValue } from '../../../shared/language.js';
import type { Action } from '../../../shared/lifecycle.js';
import { ROUND_RIGHTS } from '../appraisal-guard.js';
import { roundOf, sheetCounts } from '../evaluation.store.js';
import { awaitedIn } from '../results/results.service.js';
import { roundLifecycle, type RoundAction } from './appraisal-round.lifecycle.js';

type Load = (ids: readonly Id[]) => Promise<Action[][]>;

const HOST: NamedValue = { value: 'host', vi: 'cơ quan tổ chức đợt thẩm định', en: 'the unit that runs the round' };

/** What can be done with rounds now, and whether the actor may. */
@Injectable()
export class RoundActions {
  private readonly loads = new WeakMap<Actor, Load>();

  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** Returns the same function for the same actor, so that all fields of an answer share a batch. */
  loadFor(actor: Actor): Load {
    const known = this.loads.get(actor);
    if (known) return known;
    const load: Load = ids => Promise.all(ids.map(id => this.actionsOf(actor, id)));
    this.loads.set(actor, load);
    return load;
  }

  private async actionsOf(actor: Actor, id: Id): Promise<Action[]> {
    const round = await roundOf(this.db.rows, id);
    if (!round) return [];
    const counts = await sheetCounts(this.db.rows, id);
    const facts = { hasCouncil: round.councilId !== null, entries: counts.entries, awaited: awaitedIn(round, counts), given: undefined };
    const reaches = await Promise.all(['appraisal.manage', 'appraisal.decide'].map(async right => [right, await this.rights.reaches(actor, right)] as const)); // prettier-ignore
    const may = new Map(reaches);
    return roundLifecycle.actionsOf(round.state, facts).map(action => {
      const right = ROUND_RIGHTS[action.name as RoundAction];
      // To score takes an assignment, which the entry says.
      if (action.name === 'score' || may.get(right)!(round.unitId)) return action;
      return { ...action, allowed: false, blockedBy: [this.rights.denialReason(right, HOST), ...action.blockedBy] };
    });
  }
}
