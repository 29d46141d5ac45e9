import { Extensions } from '@nestjs/graphql';

/** The points of a field that counts instead of listing: what it reads does not show in the size of its answer. */
export type Price = (args: Readonly<Record<string, unknown>>) => number;

export const PRICE = 'price';
export const WEIGHT = 'weight';

/** Prices a field by its arguments. Lists below it cost nothing more. */
export const Costs =
  (price: Price): MethodDecorator =>
  (target, key, descriptor) =>
    (Extensions({ [PRICE]: price }) as MethodDecorator)(target, key, descriptor);

/** Adds points for work that does not show in the number of rows, such as finding words. The rows below are counted as usual. */
export const Weighs =
  (weight: Price): MethodDecorator =>
  (target, key, descriptor) =>
    (Extensions({ [WEIGHT]: weight }) as MethodDecorator)(target, key, descriptor);
