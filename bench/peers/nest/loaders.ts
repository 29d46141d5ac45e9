import DataLoader from 'dataloader';
import type { ModelStep, Sector, UnitSpan } from './entities.js';
import type { ModelsService } from './models.service.js';

/** One statement for all rows of a request, and each row once. */
export interface Loaders {
  readonly unit: DataLoader<string, UnitSpan | undefined>;
  readonly sector: DataLoader<string, Sector | undefined>;
  readonly steps: DataLoader<string, readonly ModelStep[]>;
  readonly latestStep: DataLoader<string, ModelStep | undefined>;
  readonly childCount: DataLoader<string, number>;
}

/** Made anew for each request: what they have read is that request's. */
export function loadersOver(models: ModelsService): Loaders {
  return {
    unit: single(ids => models.unitsOf(ids), 'unitId'),
    sector: single(ids => models.sectorsOf(ids), 'id'),
    steps: new DataLoader<string, readonly ModelStep[]>(async ids => {
      const found = new Map(ids.map(id => [id, [] as ModelStep[]]));
      for (const step of await models.stepsOf(ids)) found.get(step.modelId)!.push(step);
      return ids.map(id => found.get(id)!);
    }),
    latestStep: single(ids => models.latestStepsOf(ids), 'modelId'),
    childCount: new DataLoader<string, number>(async ids => {
      const counts = new Map((await models.childCountsOf(ids)).map(({ parentId, count }) => [parentId, count]));
      return ids.map(id => counts.get(id) ?? 0);
    }),
  };
}

const single = <Row extends { [K in Key]: string }, Key extends string>(
  rowsOf: (ids: readonly string[]) => Promise<Row[]>,
  key: Key,
): DataLoader<string, Row | undefined> =>
  new DataLoader<string, Row | undefined>(async ids => {
    const found = new Map((await rowsOf(ids)).map(row => [row[key] as string, row]));
    return ids.map(id => found.get(id));
  });
