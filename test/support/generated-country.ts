/** A row of a list of units, in the format of the official lists. */
export interface ListRow {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parent_code: string;
}

export interface SuccessionRow {
  readonly old_code: string;
  readonly old_name: string;
  readonly new_code: string;
  readonly new_name: string;
  readonly extent: 'full' | 'partial';
}

export interface GeneratedCountry {
  /** The list before the reorganisation: provinces, districts, communes. */
  readonly before: readonly ListRow[];
  /** The list after it: provinces, communes. */
  readonly after: readonly ListRow[];
  readonly successions: readonly SuccessionRow[];
  /** Codes of units that share kind, name and place with another of the same list; a person confirms them. */
  readonly twins: readonly string[];
  /** The expected result of the reorganisation, counted from how the country is generated and not by the program. */
  readonly expected: {
    readonly goingOn: number;
    readonly moved: number;
    readonly established: number;
    readonly endedWhole: number;
    readonly endedInParts: number;
    readonly endedWithoutSuccessor: number;
    readonly successions: number;
  };
}

/** The communes of one district, by how they end. */
const NAMES = ['Tân Lập', 'Quế Trung', 'Hòa Bình', 'Phước Ninh', "Ea H'Leo", 'Bình Minh', 'Đông Khê', 'Đông Khê', 'Thuận Hoà', 'Ái Nghĩa'];
const PROVINCES_EACH = 4;
const DISTRICTS_EACH = 3;
const COMMUNES_EACH = 12;
/** Of the first province: a town with numbers for names, and a district with a commune that is spelt differently afterwards. */
const SPECIAL_DISTRICTS: Readonly<Record<number, 'urban' | 'respelt'>> = { 1: 'urban', 2: 'respelt' };

/**
 * A small country with the structure of the national reorganisation of 1 July 2025 and each of its difficulties:
 * codes that pass to other units, code and name that pass to a merged unit, a province that absorbs others under its own code and name,
 * parts of one commune in two, districts that end without successor, island districts that become special zones (one by a row, one without),
 * a district's name that passes to a commune, one name twice in one district and once in every district, “Phường 1”, two spellings of one
 * name, doubled blanks, and a row that passes part of a commune to another province.
 * @param repeats how many times over, for a country of national size (84).
 */
export function generatedCountry(repeats = 1): GeneratedCountry {
  const makers = Array.from({ length: repeats }, (_, i) => new CountryMaker(i, String(repeats * PROVINCES_EACH).length));
  for (const maker of makers) maker.make();
  const times = (n: number): number => n * repeats;
  const before = makers.flatMap(maker => maker.before);
  const after = makers.flatMap(maker => maker.after);
  return {
    before,
    after,
    twins: [...twinsOf(before), ...twinsOf(after)],
    successions: makers.flatMap(maker => maker.successions),
    expected: {
      goingOn: times(1 + 10), // the first province; the ninth commune of ten districts, one of them spelt otherwise
      moved: times(10),
      established: times(1 + 10 * 6 + 2 - 10), // a province, six communes a district, two zones; without those that go on
      endedWhole: times(3 + 10 * 10 + 2), // provinces; communes of ten districts; islands
      endedInParts: times(10),
      endedWithoutSuccessor: times(10),
      successions: times(3 + 10 * 10 + 2 + 10 * 2),
    },
  };
}

function twinsOf(rows: readonly ListRow[]): string[] {
  const byName = new Map<string, string[]>();
  for (const { code, name, type, parent_code } of rows) {
    const key = [type, name.replaceAll(/ +/g, ' ').replace('Hòa', 'Hoà'), parent_code].join('|');
    byName.set(key, [...(byName.get(key) ?? []), code]);
  }
  return [...byName.values()].filter(codes => codes.length > 1).flat();
}

class CountryMaker {
  readonly before: ListRow[] = [];
  readonly after: ListRow[] = [];
  readonly successions: SuccessionRow[] = [];
  private readonly provinces: ListRow[];

  constructor(
    private readonly repeat: number,
    digits: number,
  ) {
    const width = Math.max(2, digits);
    const code = (n: number): string => String(repeat * PROVINCES_EACH + n).padStart(width, '0');
    this.provinces = ['Hà Trung', 'Biển Đông', 'Núi Cao', 'Sông Dài'].map((name, i) => {
      const type = i < 2 ? 'Thành phố Trung ương' : 'Tỉnh';
      return { code: code(i + 1), name: `${i < 2 ? 'Thành phố' : 'Tỉnh'} ${name}${this.suffix()}`, type, parent_code: '' };
    });
  }

  make(): void {
    const [alone, absorbing] = this.provinces as [ListRow, ListRow];
    this.after.push(alone, absorbing);
    this.provinces.forEach((province, i) => {
      this.before.push(province);
      const heir = i === 0 ? alone : absorbing;
      this.pass(province, heir, 'full');
      for (let d = 1; d <= DISTRICTS_EACH; d++) {
        const island = d === DISTRICTS_EACH && (i === 1 || i === 2);
        const code = `${province.code}${d}`;
        if (island) this.makeIsland(province, heir, code, i === 1);
        else this.makeDistrict(province, heir, code, i === 0 ? SPECIAL_DISTRICTS[d] : undefined);
      }
    });
    this.stray();
  }

  private suffix(): string {
    return this.repeat === 0 ? '' : ` ${this.repeat}`;
  }

  private makeIsland(province: ListRow, heir: ListRow, code: string, withRow: boolean): void {
    const name = `Đảo ${code}`;
    const district = { code, name: `Huyện ${name}`, type: 'Huyện', parent_code: province.code };
    const zone = { code: `${code}99`, name: `Đặc khu ${name}`, type: 'Đặc khu', parent_code: heir.code };
    this.before.push(district);
    this.after.push(zone);
    if (withRow) this.pass(district, zone, 'full');
  }

  private makeDistrict(province: ListRow, heir: ListRow, code: string, special?: 'urban' | 'respelt'): void {
    const urban = special === 'urban';
    const district = {
      code,
      name: urban ? `Quận ${code}` : `Huyện Quế Sơn ${code}`,
      type: urban ? 'Quận' : 'Huyện',
      parent_code: province.code,
    };
    const type = urban ? 'Phường' : 'Xã';
    const old = Array.from({ length: COMMUNES_EACH }, (_, c) => ({
      code: `${code}${String(c).padStart(2, '0')}`,
      // As in the lists: numbers for names in towns, another case in the word for the kind, a blank too many.
      name: urban
        ? `Phường ${c + 1}`
        : c === 9
          ? 'Thị Trấn Ái Nghĩa'
          : c === 2
            ? `${type}  Hòa  Bình`
            : `${type} ${NAMES[c] ?? `Xóm ${c}`}`,
      type: c === 9 && !urban ? 'Thị trấn' : type,
      parent_code: code,
    }));
    this.before.push(district, ...old);
    this.makeCommunes(old, district, heir, special);
  }

  /** Twelve communes become six. */
  private makeCommunes(old: readonly ListRow[], district: ListRow, heir: ListRow, special?: 'urban' | 'respelt'): void {
    const type = special === 'urban' ? 'Phường' : 'Xã';
    const named = (row: ListRow, name: string, code = row.code): ListRow => ({
      code,
      name: `${type} ${name}`,
      type,
      parent_code: heir.code,
    });
    const at = (c: number): ListRow => old[c]!;
    const districtName = district.name.replace(/^(Quận|Huyện) /, '');
    const merged = { ...at(0), parent_code: heir.code }; // code, name and kind of one of the four it is made of
    const recoded = named(at(3), 'Kỳ Lân'); // the code of one, the name of none
    const seat = named(at(7), districtName); // the district's name
    const same = special === 'respelt' ? named(at(8), 'Thuận Hòa') : { ...at(8), parent_code: heir.code };
    const retyped = named(at(9), 'Ái Nghĩa'); // a thị trấn becomes a xã
    const moved = named(at(10), at(10).name.replace(`${type} `, ''), `${district.code}90`); // the same name under a code that nobody had
    this.after.push(merged, recoded, seat, same, retyped, moved);
    for (const c of [0, 1, 2, 11]) this.pass(at(c), merged, 'full');
    for (const c of [3, 4]) this.pass(at(c), recoded, 'full');
    this.pass(at(5), recoded, 'partial');
    this.pass(at(5), seat, 'partial');
    for (const c of [6, 7]) this.pass(at(c), seat, 'full');
    this.pass(at(8), same, 'full');
    this.pass(at(9), retyped, 'full');
    this.pass(at(10), moved, 'full');
  }

  private pass(old: ListRow, heir: ListRow, extent: SuccessionRow['extent']): void {
    this.successions.push({ old_code: old.code, old_name: old.name, new_code: heir.code, new_name: heir.name, extent });
  }

  /** As machine-made lists do, takes the commune of another province for its namesake: the second part of the first divided commune. */
  private stray(): void {
    const second = this.successions.findIndex((row, i) => row.extent === 'partial' && this.successions[i - 1]?.old_code === row.old_code);
    const other = this.successions.findLast(row => row.extent === 'partial')!;
    this.successions[second] = { ...this.successions[second]!, new_code: other.new_code, new_name: other.new_name };
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as a CSV file, with the columns of the first. */
export function csvFile(name: string, rows: readonly object[]): { name: string; content: Buffer } {
  const columns = Object.keys(rows[0]!);
  const lines = rows.map(row => columns.map(column => quoted((row as Record<string, string>)[column]!)).join(','));
  return { name, content: Buffer.from([columns.join(','), ...lines, ''].join('\r\n')) };
}
