import { enumTerm, term, type Term, type Terms } from '../../shared/terms.js';
import { RECOGNITION_LEVELS, type RecognitionLevel } from './recognition-level.js';

const level = (name: RecognitionLevel, en: string, note?: string): Term => term(RECOGNITION_LEVELS[name].label, en, note);

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
  RecognitionLevel: enumTerm('cấp công nhận', 'The level at which a model is recognised', {
    GRASSROOTS: level('GRASSROOTS', 'Grassroots level'),
    COMMUNE: level('COMMUNE', 'Commune level'),
    DISTRICT: level('DISTRICT', 'District level', 'Until 30/6/2025, the end of the district level.'),
    PROVINCE: level('PROVINCE', 'Province level'),
    CENTRAL: level('CENTRAL', 'Central level'),
  }),
  SubjectKind: enumTerm('đối tượng', 'Who carries out a model', {
    COLLECTIVE: term('tập thể', 'A collective, such as a unit or a part of it'),
    INDIVIDUAL: term('cá nhân', 'An individual'),
    HOUSEHOLD: term('hộ gia đình', 'A household'),
  }),
} as const satisfies Terms;
