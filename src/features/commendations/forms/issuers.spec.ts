import { describe, expect, it } from '@jest/globals';
import { commendingLevel, issuerOf, trackOf, type IssuingUnit } from './issuers.js';

const unit = (line: IssuingUnit['line'], kind: IssuingUnit['kind'], territoryKind: IssuingUnit['territoryKind']): IssuingUnit => ({
  line,
  kind,
  territoryKind,
});

describe('as whom a unit commends', () => {
  it('follows its kind and the level of its territory, in its own track', () => {
    expect(issuerOf(unit('TERRITORY', 'XA', 'XA'))).toBe('COMMUNE_CHAIR');
    expect(issuerOf(unit('STATE', 'UBND', 'HUYEN'))).toBe('DISTRICT_CHAIR');
    expect(issuerOf(unit('STATE', 'STATE_OFFICE', 'TINH'))).toBe('PROVINCE_AGENCY');
    expect(issuerOf(unit('PARTY', 'PARTY_COMMITTEE', 'HUYEN'))).toBe('PARTY_DISTRICT');
    expect(issuerOf(unit('PARTY', 'PARTY_BOARD', null))).toBe('CENTRAL_BOARD');
    expect(issuerOf(unit('FRONT', 'MASS_ORGANISATION', 'XA'))).toBe('FRONT');
  });

  it('is nobody for an office of a district, a board of a province, the police or a People’s Committee of no known territory', () => {
    expect(issuerOf(unit('STATE', 'STATE_OFFICE', 'HUYEN'))).toBeNull();
    expect(issuerOf(unit('PARTY', 'PARTY_BOARD', 'TINH'))).toBeNull();
    expect(issuerOf(unit('FORCES', 'POLICE', 'TINH'))).toBeNull();
    expect(issuerOf(unit('STATE', 'UBND', null))).toBeNull();
    expect(trackOf({ line: 'FORCES' })).toBeNull();
  });

  it('has the level of its territory, and that of the country without one', () => {
    expect([commendingLevel(unit('PARTY', 'PARTY_BOARD', null)), commendingLevel(unit('STATE', 'UBND', 'XA'))]).toEqual([
      'CENTRAL',
      'COMMUNE',
    ]);
  });
});
