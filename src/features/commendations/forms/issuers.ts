import type { RecognitionLevel } from '../../sectors/recognition-level.js';
import { kindFacts, type AdministrativeLevel, type UnitKind, type UnitLine } from '../../units/unit-kinds.js';
import type { CommendationIssuer, CommendationTrack } from './forms.js';

/** A unit as of a day, as far as its power to commend follows from it. */
export interface IssuingUnit {
  readonly line: UnitLine;
  readonly kind: UnitKind;
  /** The kind of the administrative unit that it is, or in which it works; `null`: of none, so it works in the whole country. */
  readonly territoryKind: UnitKind | null;
}

const CHAIRS: Readonly<Record<AdministrativeLevel, CommendationIssuer>> = {
  PROVINCE: 'PROVINCE_CHAIR',
  DISTRICT: 'DISTRICT_CHAIR',
  COMMUNE: 'COMMUNE_CHAIR',
};
const COMMITTEES: Readonly<Record<AdministrativeLevel, CommendationIssuer>> = {
  PROVINCE: 'PARTY_PROVINCE',
  DISTRICT: 'PARTY_DISTRICT',
  COMMUNE: 'PARTY_COMMUNE',
};

/** The track in which a unit commends. An administrative unit commends through its People's Committee. `null`: neither State nor Party nor Front. */
export const trackOf = ({ line }: Pick<IssuingUnit, 'line'>): CommendationTrack | null => {
  if (line === 'PARTY' || line === 'FRONT') return line;
  return line === 'TERRITORY' || line === 'STATE' ? 'STATE' : null;
};

const levelOf = ({ territoryKind }: Pick<IssuingUnit, 'territoryKind'>): AdministrativeLevel | null =>
  territoryKind === null ? null : (kindFacts(territoryKind).level ?? null);

/** The level at which a unit commends. */
export const commendingLevel = (unit: IssuingUnit): RecognitionLevel => levelOf(unit) ?? 'CENTRAL';

/** As whom a unit commends; `null`: the rules that are loaded give it no power to. */
export function issuerOf(unit: IssuingUnit): CommendationIssuer | null {
  const { line, kind } = unit;
  const level = levelOf(unit);
  if (line === 'TERRITORY' || kind === 'UBND') return level && CHAIRS[level];
  if (line === 'STATE') return level === 'PROVINCE' && (kind === 'STATE_OFFICE' || kind === 'INSPECTORATE') ? 'PROVINCE_AGENCY' : null;
  if (kind === 'PARTY_COMMITTEE') return level && COMMITTEES[level];
  if (kind === 'PARTY_BOARD') return level === null ? 'CENTRAL_BOARD' : null;
  return line === 'FRONT' ? 'FRONT' : null;
}
