import type { PartialDate, LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';

/** Whose model it is. */
export const SubjectKind = { COLLECTIVE: 'COLLECTIVE', INDIVIDUAL: 'INDIVIDUAL', HOUSEHOLD: 'HOUSEHOLD' } as const;
export type SubjectKind = keyof typeof SubjectKind;

/** A model (mô hình), or an exemplar (điển hình), which is often a person; several places count them apart. */
export const ModelKind = { MODEL: 'MODEL', EXEMPLAR: 'EXEMPLAR' } as const;
export type ModelKind = keyof typeof ModelKind;

/** The items of the registration forms beside name, area and time (249/MTTQ-BTT of 2026, ten items in all). */
export const FORM_ITEMS = [
  'situation',
  'aims',
  'approach',
  'audience',
  'forces',
  'resources',
  'schedule',
  'outputs',
  'sustainability',
] as const;
export type FormItem = (typeof FORM_ITEMS)[number];
export type ModelFormTexts = Readonly<Record<FormItem, string | null>>;

/** What a registration, or a paper, says of a model. What is not said is `null`. */
export interface ModelContent {
  readonly title: string;
  readonly kind: ModelKind;
  readonly subjectKind: SubjectKind;
  readonly unitId: Id;
  readonly jointOwnerIds: readonly Id[];
  readonly parentId: Id | null;
  /** The model that this one copies (nhân rộng). */
  /** Whose it is, where it is a person's, or who speaks for the household. */
  readonly personId: Id | null;
  readonly copyOfId: Id | null;
  readonly sectorId: Id | null;
  readonly place: string | null;
  readonly themes: readonly string[];
  readonly starts: PartialDate | null;
  readonly endsOn: LocalDate | null;
  readonly form: ModelFormTexts;
}

export const NO_FORM = Object.fromEntries(FORM_ITEMS.map(item => [item, null])) as ModelFormTexts;

const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));

/** The texts as they are kept: NFC, without blanks at both ends. */
export function cleanContent(content: ModelContent): ModelContent {
  return {
    ...content,
    title: cleanText(content.title),
    place: clean(content.place),
    form: Object.fromEntries(FORM_ITEMS.map(item => [item, clean(content.form[item])])) as ModelFormTexts,
  };
}
