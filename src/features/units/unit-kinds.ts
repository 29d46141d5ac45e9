/** The line (khối) that a unit belongs to. Administrative units form the territorial tree; organisations belong to one of the other lines. */
export const UnitLine = {
  TERRITORY: 'TERRITORY',
  STATE: 'STATE',
  PARTY: 'PARTY',
  FRONT: 'FRONT',
  FORCES: 'FORCES',
  OTHER: 'OTHER',
} as const;
export type UnitLine = keyof typeof UnitLine;

/** The levels of administrative units, the highest first. */
export const AdministrativeLevel = { PROVINCE: 'PROVINCE', DISTRICT: 'DISTRICT', COMMUNE: 'COMMUNE' } as const;
export type AdministrativeLevel = keyof typeof AdministrativeLevel;

interface KindFacts {
  /** As the official lists write it, and as it precedes the name of an administrative unit: “Xã Quế Hiệp”. Names of organisations contain it already. */
  readonly label: string;
  readonly lines: readonly UnitLine[];
  /** Depth in the territorial tree of its time. */
  readonly level?: AdministrativeLevel;
}

const territory = (label: string, level: AdministrativeLevel): KindFacts => ({ label, lines: ['TERRITORY'], level });
const organisation = (label: string, ...lines: UnitLine[]): KindFacts => ({ label, lines });

/**
 * The kinds of units. Administrative kinds: Điều 110 of the Constitution and Luật Tổ chức chính quyền địa phương; district kinds and
 * thị trấn until 30/6/2025, đặc khu since 1/7/2025. Kinds of organisations are a working list, not an official one (not verified).
 */
export const UNIT_KINDS = {
  THANH_PHO_TW: territory('Thành phố', 'PROVINCE'),
  TINH: territory('Tỉnh', 'PROVINCE'),
  QUAN: territory('Quận', 'DISTRICT'),
  HUYEN: territory('Huyện', 'DISTRICT'),
  THI_XA: territory('Thị xã', 'DISTRICT'),
  THANH_PHO: territory('Thành phố', 'DISTRICT'),
  PHUONG: territory('Phường', 'COMMUNE'),
  XA: territory('Xã', 'COMMUNE'),
  THI_TRAN: territory('Thị trấn', 'COMMUNE'),
  DAC_KHU: territory('Đặc khu', 'COMMUNE'),
  UBND: organisation('Ủy ban nhân dân', 'STATE'),
  HDND: organisation('Hội đồng nhân dân', 'STATE'),
  STATE_OFFICE: organisation('Cơ quan nhà nước', 'STATE'),
  INSPECTORATE: organisation('Thanh tra', 'STATE'),
  SCHOOL: organisation('Trường học', 'STATE', 'OTHER'),
  PARTY_COMMITTEE: organisation('Cấp ủy', 'PARTY'),
  PARTY_BOARD: organisation('Ban Đảng', 'PARTY'),
  PARTY_CELL: organisation('Chi bộ', 'PARTY'),
  FRONT_COMMITTEE: organisation('Ủy ban Mặt trận Tổ quốc', 'FRONT'),
  MASS_ORGANISATION: organisation('Tổ chức chính trị - xã hội', 'FRONT'),
  POLICE: organisation('Công an', 'FORCES'),
  MILITARY: organisation('Quân sự', 'FORCES'),
  BORDER_GUARD: organisation('Biên phòng', 'FORCES'),
  OTHER: organisation('Khác', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER'),
} as const satisfies Record<string, KindFacts>;

export type UnitKind = keyof typeof UNIT_KINDS;
export const UnitKind = Object.fromEntries(Object.keys(UNIT_KINDS).map(kind => [kind, kind])) as { [K in UnitKind]: K };

export const kindFacts = (kind: UnitKind): KindFacts => UNIT_KINDS[kind];
/** The kinds of administrative units of a level, those of the past included. */
export const kindsOfLevel = (level: AdministrativeLevel): UnitKind[] =>
  (Object.keys(UNIT_KINDS) as UnitKind[]).filter(kind => kindFacts(kind).level === level);
const isUnitKind = (text: string): text is UnitKind => Object.hasOwn(UNIT_KINDS, text);

/** The name with its kind: “Xã Quế Hiệp”, “Phường 1”; an organisation’s name without one. */
export function fullName(kind: UnitKind, name: string): string {
  return kindFacts(kind).level ? `${kindFacts(kind).label} ${name}` : name;
}

/** Words of the official lists that differ from the label of the kind they mean, or that two kinds share. */
const LIST_WORDS: Readonly<Record<string, UnitKind>> = { 'thành phố trung ương': 'THANH_PHO_TW', 'thành phố': 'THANH_PHO' };

/** The administrative kind that an official list writes as `type` (“Thị trấn”, “Thành phố Trung ương”); `undefined` for any other text. */
export function kindOfListType(type: string): UnitKind | undefined {
  const word = type.normalize('NFC').trim().toLowerCase();
  const found = LIST_WORDS[word] ?? Object.keys(UNIT_KINDS).find(kind => UNIT_KINDS[kind as UnitKind].label.toLowerCase() === word);
  return found && isUnitKind(found) && kindFacts(found).level ? found : undefined;
}

/** The name without the label of its kind, which the official lists put before it: “Thị Trấn Mường Chà” is the thị trấn named Mường Chà. */
export function nameOfListEntry(kind: UnitKind, listed: string): string {
  const label = kindFacts(kind).label;
  const name = listed.normalize('NFC').trim();
  return name.toLowerCase().startsWith(`${label.toLowerCase()} `) ? name.slice(label.length + 1).trim() : name;
}
