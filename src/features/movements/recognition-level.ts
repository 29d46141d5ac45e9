import type { Bilingual } from '../../shared/language.js';
import type { LocalDate } from '../../shared/dates.js';

interface LevelFacts {
  readonly label: Bilingual;
  /** The last day there was such a level; absent: it goes on. */
  readonly lastDay?: LocalDate;
}

/** The levels at which models are recognised, from below. The district level ended on 1 July 2025 with the two-level local government. */
export const RECOGNITION_LEVELS = {
  GRASSROOTS: { label: { vi: 'cấp cơ sở', en: 'grassroots level' } },
  COMMUNE: { label: { vi: 'cấp xã', en: 'commune level' } },
  DISTRICT: { label: { vi: 'cấp huyện', en: 'district level' }, lastDay: '2025-06-30' },
  PROVINCE: { label: { vi: 'cấp tỉnh', en: 'provincial level' } },
  CENTRAL: { label: { vi: 'cấp trung ương', en: 'central level' } },
} as const satisfies Record<string, LevelFacts>;

export type RecognitionLevel = keyof typeof RECOGNITION_LEVELS;
export const RecognitionLevel = Object.fromEntries(Object.keys(RECOGNITION_LEVELS).map(level => [level, level])) as {
  [L in RecognitionLevel]: L;
};

export const levelFacts = (level: RecognitionLevel): LevelFacts => RECOGNITION_LEVELS[level];

export const RECOGNITION_LEVEL_WORDS = Object.fromEntries(
  Object.entries(RECOGNITION_LEVELS).map(([level, { label }]) => [level, label]),
) as unknown as Readonly<Record<RecognitionLevel, Bilingual>>;
