import type { Id } from '../../../shared/ids.js';
import { kindFacts } from '../unit-kinds.js';
import { isSameName } from '../unit-rules.js';
import type { SpanRow } from '../unit-ledger.js';
import type { EntryMatch, ReorganisationData } from './reorganisation.matches.js';
import type { SuccessionLink } from './reorganisation.links.js';
import { entryName, type ListEntry } from './unit-list.file.js';

/** The provinces of units, before and after a reorganisation. */
export class Provinces {
  private readonly entries: ReadonlyMap<string, ListEntry>;
  private readonly zones: readonly EntryMatch[];
  private readonly provinces: readonly EntryMatch[];

  constructor(
    private readonly data: ReorganisationData,
    private readonly matches: ReadonlyMap<string, EntryMatch>,
    private readonly linksFrom: ReadonlyMap<Id, readonly SuccessionLink[]>,
  ) {
    this.entries = new Map(data.list.entries.map(entry => [entry.code, entry]));
    this.zones = [...matches.values()].filter(match => match.entry.kind === 'DAC_KHU');
    this.provinces = [...matches.values()].filter(match => match.entry.level === 'PROVINCE');
  }

  /** The listed parent of an entry; `undefined` when the parent’s row was refused. */
  parentOf(entry: ListEntry): Id | null | undefined {
    return entry.parentCode === null ? null : this.matches.get(entry.parentCode)?.id;
  }

  /** The special zone that a district without communes became: one of the same name, in a province that the district’s province passed to. */
  zoneOf(district: SpanRow): EntryMatch | undefined {
    if (kindFacts(district.kind).level !== 'DISTRICT' || this.data.eve.childCount(district.unitId) > 0) return undefined;
    const successorCodes = this.codesOfSuccessors(this.data.eve.provinceOf(district.unitId));
    return this.zones.find(({ entry }) => isSameName(entry.name, district.name) && successorCodes.has(this.provinceOf(entry)?.code ?? ''));
  }

  /** The names of both provinces if a commune passes to a province that its own did not pass to. Usually the file confuses two units of the same name. */
  otherProvinceOf(predecessor: SpanRow, successor: ListEntry): { oldProvince: string; province: string } | undefined {
    const oldProvince = this.data.eve.provinceOf(predecessor.unitId);
    const province = this.provinceOf(successor);
    if (oldProvince === predecessor.unitId || !province || province === successor) return undefined;
    const successorCodes = this.codesOfSuccessors(oldProvince);
    if (successorCodes.size === 0 || successorCodes.has(province.code)) return undefined;
    return { oldProvince: this.data.eve.name(oldProvince), province: entryName(province) };
  }

  /** The codes, in the new list, of the provinces that an old province passed to or continues as. */
  private codesOfSuccessors(oldProvince: Id): Set<string> {
    const ids = new Set([oldProvince, ...this.data.ledger.successionsOf(oldProvince).map(({ successorId }) => successorId)]);
    const linked = (this.linksFrom.get(oldProvince) ?? []).map(link => link.successor.code);
    const recorded = this.provinces.filter(match => ids.has(match.id)).map(match => match.entry.code);
    return new Set([...linked, ...recorded]);
  }

  /** The province above an entry. Rows placed under one of their own level are refused elsewhere; the comparison of levels here only ends the recursion. */
  private provinceOf(entry: ListEntry): ListEntry | undefined {
    if (entry.level === 'PROVINCE') return entry;
    const parent = entry.parentCode === null ? undefined : this.entries.get(entry.parentCode);
    return parent && parent.level !== entry.level ? this.provinceOf(parent) : undefined;
  }
}
