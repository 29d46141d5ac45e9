import { toGlobalId } from '../../shared/ids.js';
import type { Bilingual, Language } from '../../shared/language.js';
import type { RunQuery } from '../../platform/views/view.js';
import type { Axis } from './axis.js';
import { LISTS, MEASURES } from './measures.js';
import type { StatisticsResidual } from './statistics.graphql.js';
import { isEmpty, type StatisticsRequest } from './statistics.request.js';
import type { Asking } from './statistics.asking.js';
import { residualStatement, residualUnitsStatement, type Statement } from './statistics.statements.js';

const REASONS: Readonly<Record<'MODELS' | 'COMMENDATIONS', Bilingual>> = {
  MODELS: {
    vi: 'Mô hình của đơn vị đã chia, một phần thuộc đơn vị này: không tính vào đây và không chia ra.',
    en: 'Models of units that were divided, one part of which belongs to this unit: they are not counted here and never divided.',
  },
  COMMENDATIONS: {
    vi: 'Khen thưởng của đơn vị đã chia, một phần thuộc đơn vị này: không tính vào đây và không chia ra.',
    en: 'Commendations of units that were divided, one part of which belongs to this unit: they are not counted here and never divided.',
  },
};

/** What the unit of the table cannot answer for, if there is anything: of models and of commendations, whichever the table counts. */
export async function residualsOf(
  request: StatisticsRequest,
  unit: Axis | undefined,
  asking: Asking,
  language: Language,
): Promise<StatisticsResidual[]> {
  const counted = new Set(request.measures.map(measure => (LISTS[MEASURES[measure].list].ofModels ? 'MODELS' : 'COMMENDATIONS')));
  const found: StatisticsResidual[] = [];
  for (const list of counted) {
    const filter = leftBy(list, request, unit);
    // Few units have a residual: of others nothing is looked through.
    if (!filter || !(await run(residualUnitsStatement(filter.residualOf, request.day), asking.runOften))) continue;
    const value = (await run(residualStatement(list, filter, request.day, asking), asking.runQuery)) as number;
    if (value > 0) found.push({ list, value, filter, reason: REASONS[list][language] });
  }
  return found;
}

/** The one value that the statement answers. */
async function run({ text, values }: Statement, runQuery: RunQuery): Promise<unknown> {
  const [[value]] = (await values.run(runQuery, text)) as [[unknown]];
  return value;
}

/** The filter of the list that finds what is left out; `undefined`: the table has no unit that could leave anything out. */
function leftBy(
  list: 'MODELS' | 'COMMENDATIONS',
  { filter, commendations, basis }: StatisticsRequest,
  unit: Axis | undefined,
): { readonly residualOf: string } | undefined {
  const given = list === 'MODELS' ? filter : commendations;
  const unitId = unit ? toGlobalId('Unit', unit.unitId!) : given.unitId;
  if (!unitId || basis !== 'RESTATED' || given.residualOf) return undefined;
  const { unitId: _unitId, ...others } = given;
  const left = { ...(unit ? given : others), residualOf: unitId };
  const ofCommendations = { ...left, granted: {}, ...(!isEmpty(filter) && { model: filter }) };
  return list === 'MODELS' ? left : ofCommendations;
}
