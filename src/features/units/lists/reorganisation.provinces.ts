import type { Id } from '../../../shared/ids.js';
import { kindFacts } from '../unit-kinds.js';
import type { SpanRow } from '../unit-ledger.js';
import type { Fate, Sides } from './reorganisation.fates.js';
import type { Link } from './reorganisation.links.js';
import { entryName, foldBlanks, type ListEntry } from './unit-list.file.js';

/** Which province stands over what, before and after. */
export class Provinces {
  private readonly entries: ReadonlyMap<string, ListEntry>;
  private readonly zones: readonly Fate[];
  private readonly provinces: readonly Fate[];

  constructor(
    private readonly sides: Sides,
    private readonly fates: ReadonlyMap<string, Fate>,
    private readonly linksFrom: ReadonlyMap<Id, readonly Link[]>,
  ) {
    this.entries = new Map(sides.list.entries.map(entry => [entry.code, entry]));
    this.zones = [...fates.values()].filter(fate => fate.entry.kind === 'DAC_KHU');
    this.provinces = [...fates.values()].filter(fate => fate.entry.level === 'PROVINCE');
  }

  /** The unit that the list puts over `entry`; `undefined` when that row was refused. */
  parentOf(entry: ListEntry): Id | null | undefined {
    return entry.parentCode === null ? null : this.fates.get(entry.parentCode)?.id;
  }

  /** The special zone that a district without communes became: the same name, in the province that its own passed to. */
  zoneOf(district: SpanRow): Fate | undefined {
    if (kindFacts(district.kind).level !== 'DISTRICT' || this.sides.eve.childCount(district.unitId) > 0) return undefined;
    const after = this.after(this.sides.eve.top(district.unitId));
    return this.zones.find(({ entry }) => entry.name === foldBlanks(district.name) && after.has(this.topOf(entry)?.code ?? ''));
  }

  /** The two provinces in words, when a commune passes to one that its own province did not pass to: usually two units of one name confused. */
  strayed(old: SpanRow, listed: ListEntry): { oldProvince: string; province: string } | undefined {
    const top = this.sides.eve.top(old.unitId);
    const province = this.topOf(listed);
    if (top === old.unitId || !province || province === listed) return undefined;
    const after = this.after(top);
    if (after.size === 0 || after.has(province.code)) return undefined;
    return { oldProvince: this.sides.eve.name(top), province: entryName(province) };
  }

  /** The codes, in the new list, of the provinces that an old province passed to, or that it is. */
  private after(oldProvince: Id): Set<string> {
    const ids = new Set([oldProvince, ...this.sides.ledger.successionsOf(oldProvince).map(({ successorId }) => successorId)]);
    const listed = (this.linksFrom.get(oldProvince) ?? []).map(link => link.listed.code);
    const standing = this.provinces.filter(fate => ids.has(fate.id)).map(fate => fate.entry.code);
    return new Set([...listed, ...standing]);
  }

  /** The province over an entry. A row that stands under one of its own level is refused elsewhere; here it only must not lead in a circle. */
  private topOf(entry: ListEntry): ListEntry | undefined {
    if (entry.level === 'PROVINCE') return entry;
    const parent = entry.parentCode === null ? undefined : this.entries.get(entry.parentCode);
    return parent && parent.level !== entry.level ? this.topOf(parent) : undefined;
  }
}
