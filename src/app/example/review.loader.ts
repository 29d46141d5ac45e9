import { Injectable } from '@nestjs/common';
import { PastCommendationsService } from '../../features/commendations/grants/past.service.js';
import { EMPTY_CONTENT } from '../../features/models/content/model-content.js';
import { ModelsService } from '../../features/models/registration/models.service.js';
import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { reviewCommendations, reviewSource, reviewedOn, themeModel, unitModels, type ExampleModel } from './queson-review.js';

export interface LoadedReview {
  readonly modelIds: readonly Id[];
  readonly commendationIds: readonly Id[];
}

/** Loads what the report on Quế Sơn's review says: its models and its commendations. */
@Injectable()
export class ReviewLoader {
  constructor(
    private readonly models: ModelsService,
    private readonly commendations: PastCommendationsService,
  ) {}

  /** @param ids the units of the example by their keys. @returns the models, that of the theme first, and the commendations. */
  async loadIn(tx: Tx, ids: ReadonlyMap<string, Id>): Promise<LoadedReview> {
    const parent = await this.recordModel(tx, themeModel, ids, null);
    const modelIds = [parent];
    for (const model of unitModels) modelIds.push(await this.recordModel(tx, model, ids, parent));
    const { issuer, form, reason, lists } = reviewCommendations;
    const commendationIds: Id[] = [];
    for (const list of lists)
      commendationIds.push(
        await this.commendations.recordIn(tx, {
          ...NOTHING_SAID,
          ...list,
          form,
          reason,
          issuerId: ids.get(issuer)!,
          presentedOn: reviewedOn,
          source: reviewSource,
        }),
      );
    return { modelIds, commendationIds };
  }

  private recordModel(tx: Tx, model: ExampleModel, ids: ReadonlyMap<string, Id>, parentId: Id | null): Promise<Id> {
    return this.models.recordPastIn(tx, {
      ...NOT_SAID,
      title: model.title,
      unitId: ids.get(model.unit)!,
      jointOwnerIds: (model.jointOwners ?? []).map(key => ids.get(key)!),
      parentId,
      place: model.place ?? null,
      themes: model.themes,
      attestedOn: parsePartialDate(reviewedOn)!,
      source: reviewSource,
    });
  }
}

/** What the source does not say stays unknown. That the models were received follows from their being in the review; that they ran, from its text. */
const NOT_SAID = {
  ...EMPTY_CONTENT,
  kind: 'MODEL',
  subjectKind: 'COLLECTIVE',
  state: 'RECEIVED',
  running: 'ACTIVE',
} as const;

const NOTHING_SAID = {
  decisionId: null,
  level: null,
  on: null,
  modelId: null,
  unitId: null,
  personId: null,
  name: null,
  post: null,
  unitName: null,
  periodFrom: null,
  periodTo: null,
  amount: null,
} as const;
