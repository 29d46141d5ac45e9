import { innerMap } from '../../shared/inner-map.js';
import { labelsOf } from '../../shared/terms.js';
import type { Bilingual, Language } from '../../shared/language.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import type { LocalDate } from '../../shared/dates.js';
import { capitalised } from '../../shared/language.js';
import { FORM_NAMES } from '../../features/commendations/forms/forms.js';
import { modelTerms } from '../../features/models/model.terms.js';
import { MODEL_STATE_NAMES, RUNNING_STATE_NAMES, SUBJECT_KIND_NAMES } from '../../features/models/model.names.js';
import { RECOGNITION_LEVEL_NAMES } from '../../features/movements/movement.names.js';
import { UNIT_LEVEL_NAMES } from '../../features/units/unit.names.js';
import { DIMENSIONS, OUTSIDE, OWN, REST, UNCLEAR, isPeriod, periodOf, type Key } from './dimensions.js';
import type { StatisticsDimension, StatisticsValueKind } from './statistics-kinds.js';
import type { StatisticsValue } from './statistics.graphql.js';
import type { Axis } from './axis.js';

/** The thing that a value refers to. */
export interface NamedThing {
  readonly name: string;
  /** Its place among the others, if they are not ordered by name. */
  readonly ordinal: number | null;
  /** Of a unit in a row by the units of the time: whether it was at times elsewhere than in this row's place, so that the row has not all of it. */
  readonly moved: boolean;
}

const MODEL_KIND_NAMES = labelsOf(modelTerms.ModelKind);

/** The names of values that are words of the schema. */
const WORDS: Partial<Record<StatisticsDimension, Readonly<Record<string, Bilingual>>>> = {
  SUBJECT_KIND: SUBJECT_KIND_NAMES,
  MODEL_KIND: {
    MODEL: { vi: MODEL_KIND_NAMES.MODEL, en: 'model' },
    EXEMPLAR: { vi: MODEL_KIND_NAMES.EXEMPLAR, en: 'exemplar' },
  },
  STATE: MODEL_STATE_NAMES,
  RUNNING: RUNNING_STATE_NAMES,
  LEVEL: RECOGNITION_LEVEL_NAMES,
  COMMENDATION_FORM: FORM_NAMES,
  RECIPIENT_KIND: SUBJECT_KIND_NAMES,
};

const NONE: Partial<Record<StatisticsDimension, Bilingual>> = {
  UNIT: { vi: 'Không rõ đơn vị', en: 'Unit not known' },
  SECTOR: { vi: 'Chưa có lĩnh vực', en: 'No sector' },
  THEME: { vi: 'Không có chuyên đề', en: 'No theme' },
  MOVEMENT: { vi: 'Không theo phong trào', en: 'In no movement' },
  ROUND: { vi: 'Không theo đợt', en: 'In no round' },
  GRADE: { vi: 'Chưa xếp loại', en: 'Not graded' },
};
const NOT_KNOWN: Bilingual = { vi: 'Không rõ', en: 'Not known' };

const SPECIAL: Readonly<Record<string, StatisticsValueKind>> = { [OWN]: OWN, [REST]: REST, [OUTSIDE]: OUTSIDE, [UNCLEAR]: UNCLEAR };
const LAST: readonly StatisticsValueKind[] = ['OWN', 'VALUE', 'NONE', 'OUTSIDE', 'REST', 'UNCLEAR'];

/** Writes the values of a table: what each is called, in what order they stand, and why some are set apart. */
export class Labels {
  private readonly values = new Map<Axis, Map<Key, StatisticsValue>>();

  constructor(
    private readonly language: Language,
    private readonly day: LocalDate,
    private readonly things: ReadonlyMap<string, NamedThing>,
    /** The names of the units that only the unit itself reaches. */
    private readonly rest: readonly string[],
  ) {}

  /** The keys in the order of the table. */
  inOrder(axis: Axis, keys: Iterable<Key>): Key[] {
    const { order } = DIMENSIONS[axis.by];
    const place = (key: Key): number => {
      const at = key === null ? -1 : order ? order.indexOf(key) : (this.things.get(key)?.ordinal ?? -1);
      return at;
    };
    const rank = (key: Key): number => LAST.indexOf(this.kindOf(axis, key));
    return [...keys].toSorted(
      (a, b) => rank(a) - rank(b) || place(a) - place(b) || COLLATOR.compare(this.label(axis, a), this.label(axis, b)) || compare(a, b),
    );
  }

  /** Each value is in many headers, and is described once. */
  value(axis: Axis, key: Key): StatisticsValue {
    const known = innerMap(this.values, axis);
    let value = known.get(key);
    if (!value) known.set(key, (value = this.describe(axis, key)));
    return value;
  }

  private describe(axis: Axis, key: Key): StatisticsValue {
    const kind = this.kindOf(axis, key);
    const { things } = DIMENSIONS[axis.by];
    const period = isPeriod(axis.by) && kind === 'VALUE' ? periodOf(axis, key!) : undefined;
    return {
      dimension: axis.by,
      kind,
      key: kind !== 'VALUE' ? null : things ? toGlobalId(things, key as Id) : key,
      label: this.label(axis, key),
      from: period?.from ?? null,
      to: period?.to ?? null,
      complete: period ? period.to <= this.day : null,
      reason: kind === 'REST' ? this.restReason() : null,
    };
  }

  private kindOf({ by }: Axis, key: Key): StatisticsValueKind {
    if (key === null) return 'NONE';
    return by === 'UNIT' || isPeriod(by) ? (SPECIAL[key] ?? 'VALUE') : 'VALUE';
  }

  private label(axis: Axis, key: Key): string {
    const { by, unitId, level } = axis;
    const { language } = this;
    switch (this.kindOf(axis, key)) {
      case 'NONE':
        return (NONE[by] ?? NOT_KNOWN)[language];
      case 'UNCLEAR':
        return { vi: 'Không rõ kỳ', en: 'Period not known' }[language];
      case 'OWN':
        return this.nameOf(unitId!);
      case 'REST':
        return { vi: `Số dư của ${this.nameOf(unitId!)}`, en: `Rest of ${this.nameOf(unitId!)}` }[language];
      case 'OUTSIDE':
        return { vi: `Ngoài ${UNIT_LEVEL_NAMES[level!].vi}`, en: `Outside the ${UNIT_LEVEL_NAMES[level!].en}` }[language];
      case 'VALUE': {
        const words = WORDS[by]?.[key!];
        if (words) return capitalised(words[language]);
        if (DIMENSIONS[by].things || DIMENSIONS[by].named) return this.nameOf(key!);
        const [year, quarter] = key!.split('-Q');
        return quarter === undefined ? year! : { vi: `Quý ${quarter}/${year}`, en: `Q${quarter} ${year}` }[language];
      }
    }
  }

  private nameOf(id: string): string {
    return this.things.get(id)?.name ?? id;
  }

  private restReason(): string {
    const names = this.rest.join(', ');
    return {
      vi: `Đơn vị đã kết thúc, không có đơn vị kế thừa trọn vẹn trong các đơn vị trực thuộc: ${names}. Số liệu chỉ tính vào tổng, không chia.`,
      en: `Units that ended without a whole successor among the units below: ${names}. They count in the total only and are never divided.`,
    }[this.language];
  }
}

const COLLATOR = new Intl.Collator('vi-u-kn-true');
const compare = (a: Key, b: Key): number => (String(a) < String(b) ? -1 : 1);
