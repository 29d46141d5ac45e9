import { registerEnum } from '../../platform/graphql/enum.js';
import { statisticsTerms } from './statistics.terms.js';

const namesIn = <V extends string>({ values }: { readonly values: Readonly<Record<V, unknown>> }): { readonly [N in V]: N } =>
  Object.fromEntries(Object.keys(values).map(name => [name, name])) as { [N in V]: N };

export const StatisticsBasis = namesIn(statisticsTerms.StatisticsBasis);
export type StatisticsBasis = keyof typeof StatisticsBasis;
registerEnum(StatisticsBasis, 'StatisticsBasis', statisticsTerms.StatisticsBasis);

export const StatisticsDimension = namesIn(statisticsTerms.StatisticsDimension);
export type StatisticsDimension = keyof typeof StatisticsDimension;
registerEnum(StatisticsDimension, 'StatisticsDimension', statisticsTerms.StatisticsDimension);

export const StatisticsMeasure = namesIn(statisticsTerms.StatisticsMeasure);
export type StatisticsMeasure = keyof typeof StatisticsMeasure;
registerEnum(StatisticsMeasure, 'StatisticsMeasure', statisticsTerms.StatisticsMeasure);

export const StatisticsValueKind = namesIn(statisticsTerms.StatisticsValueKind);
export type StatisticsValueKind = keyof typeof StatisticsValueKind;
registerEnum(StatisticsValueKind, 'StatisticsValueKind', statisticsTerms.StatisticsValueKind);

export const StatisticsList = namesIn(statisticsTerms.StatisticsList);
export type StatisticsList = keyof typeof StatisticsList;
registerEnum(StatisticsList, 'StatisticsList', statisticsTerms.StatisticsList);
