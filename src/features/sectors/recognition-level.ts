import type { LocalDate } from '../../shared/dates.js';

interface LevelFacts {
  readonly label: string;
  /** The last day on which the level existed; absent: it still exists. */
  readonly lastDay?: LocalDate;
}

/** The levels at which models are recognised, the lowest first. The district level ended on 1 July 2025 with the two-level local government. */
export const RECOGNITION_LEVELS = {
  GRASSROOTS: { label: 'cơ sở' },
  COMMUNE: { label: 'cấp xã' },
  DISTRICT: { label: 'cấp huyện', lastDay: '2025-06-30' },
  PROVINCE: { label: 'cấp tỉnh' },
  CENTRAL: { label: 'trung ương' },
} as const satisfies Record<string, LevelFacts>;

export type RecognitionLevel = keyof typeof RECOGNITION_LEVELS;
export const RecognitionLevel = Object.fromEntries(Object.keys(RECOGNITION_LEVELS).map(level => [level, level])) as {
  [L in RecognitionLevel]: L;
};

export const levelFacts = (level: RecognitionLevel): LevelFacts => RECOGNITION_LEVELS[level];
