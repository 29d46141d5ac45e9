import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { Rights, type ReachTest } from '../../../platform/access/rights.js';
import { Database } from '../../../platform/database/database.js';
import type { Action } from '../../../shared/lifecycle.js';
import type { Id } from '../../../shared/ids.js';
import { ModelFactsReader, type ModelInLife } from './lifecycle-facts.reader.js';
import { STEPS_BY, decidingPlace, decidingUnits } from '../model-rights.js';
import { modelLifecycle, runningLifecycle, type ModelActionName } from '../model.lifecycle.js';

type Load = (ids: readonly Id[]) => Promise<Action[][]>;
type Read = ModelFactsReader['load'];
type May = ReadonlyMap<ModelActionName, ReachTest>;

/** The steps that are possible for models today, and whether the actor may take them. */
@Injectable()
export class ModelActions {
  private readonly loads = { model: new WeakMap<Actor, Load>(), registration: new WeakMap<Actor, Load>() };

  constructor(
    private readonly db: Database,
    private readonly facts: ModelFactsReader,
    private readonly rights: Rights,
  ) {}

  /** Loads a page of models with as many statements as one model. Returns the same function for the same actor, so that all fields of an answer share a batch. */
  loadFor(actor: Actor): Load {
    return this.batchOf('model', actor, (query, ids, day) => this.facts.load(query, ids, day), lifeOf);
  }

  /** The same for registrations: the steps of their files. */
  loadForRegistrations(actor: Actor): Load {
    return this.batchOf('registration', actor, (query, ids, day) => this.facts.loadRegistrations(query, ids, day), fileOf);
  }

  private batchOf(of: 'model' | 'registration', actor: Actor, load: Read, actionsOf: (model: ModelInLife) => Action[]): Load {
    const known = this.loads[of].get(actor);
    if (known) return known;
    const batch: Load = async ids => {
      const models = await load(this.db.rows, ids, this.db.today());
      const may = await this.mayOf(actor);
      return models.map(model => (model ? actionsOf(model).map(action => this.within(may, model, action)) : []));
    };
    this.loads[of].set(actor, batch);
    return batch;
  }

  /** The units that the right to each action reaches, computed once for all models. */
  private async mayOf(actor: Actor): Promise<May> {
    const names = Object.keys(STEPS_BY) as ModelActionName[];
    return new Map(await Promise.all(names.map(async name => [name, await this.rights.reaches(actor, `model.${name}`)] as const)));
  }

  /** The same rule as `ModelRights.require`. */
  private within(may: May, model: ModelInLife, action: Action): Action {
    const name = action.name as ModelActionName;
    if (decidingUnits(name, model).some(may.get(name)!)) return action;
    const lacking = this.rights.denialReason(`model.${name}`, decidingPlace(name, model));
    return { ...action, allowed: false, blockedBy: [lacking, ...action.blockedBy] };
  }
}

function fileOf(model: ModelInLife): Action[] {
  return model.state === null ? [] : modelLifecycle.actionsOf(model.state, { ...model.facts, given: undefined });
}

function lifeOf(model: ModelInLife): Action[] {
  const running = model.running === null ? [] : runningLifecycle.actionsOf(model.running, { ...model.facts, given: undefined });
  return [...fileOf(model), ...running];
}
