import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of this chapter. */
export const sectorTerms = {
  Sector: term('lĩnh vực', 'A field of work by which models are divided, in force over a span of days'),
  SectorOrder: enumTerm('thứ tự lĩnh vực', 'Order of a list of sectors', {
    ORDINAL: term('theo thứ tự thường dùng', 'In their usual order: economy, culture and society, defence and security, political system'),
  }),
  Theme: term('chuyên đề', 'A free theme that groups models', 'Two themes differ in more than marks, case or blanks.'),
  ThemeOrder: enumTerm('thứ tự chuyên đề', 'Order of a list of themes', {
    NAME: term('theo tên', 'By name in Vietnamese order'),
    NAME_DESC: term('theo tên, giảm dần', 'By name, descending'),
  }),
} as const satisfies Terms;
