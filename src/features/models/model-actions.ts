import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Action } from '../../shared/lifecycle.js';
import type { Id } from '../../shared/ids.js';
import { ModelFactsReader } from './model-facts.reader.js';
import { modelLifecycle, runningLifecycle } from './model.lifecycle.js';

/** What can be done with models today. */
@Injectable()
export class ModelActions {
  constructor(
    private readonly db: Database,
    private readonly facts: ModelFactsReader,
  ) {}

  /** For a page of models with the same few statements as for one. One function object, so that its callers share a batch. */
  readonly load = async (ids: readonly Id[]): Promise<Action[][]> => {
    const models = await this.facts.load((text, values) => this.db.rows(text, values), ids, this.db.today());
    return models.map(model => {
      if (!model) return [];
      const facts = { ...model.facts, given: undefined };
      const file = modelLifecycle.actionsOf(model.state, facts);
      return model.running === null ? file : [...file, ...runningLifecycle.actionsOf(model.running, facts)];
    });
  };
}
