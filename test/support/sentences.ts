import { buildSchema, isEnumType } from 'graphql';
import { readFileSync } from 'node:fs';
import type { Bilingual } from '../../src/shared/language.js';

/** Every code of the schema that is written in capitals; `XA` and the like are no words of any sentence, either. */
const CODES: ReadonlySet<string> = new Set(
  Object.values(buildSchema(readFileSync('schema.gql', 'utf8')).getTypeMap()).flatMap(type =>
    isEnumType(type) && !type.name.startsWith('__') ? type.getValues().map(({ name }) => name) : [],
  ),
);

/** What is quoted is what people gave, see elsewhere, or are to type; in braces are the values. */
const withoutQuoted = (text: string): string => text.replaceAll(/“[^”]*”|"[^"]*"|\{\w+\}/g, '“”');
const isVietnamese = (text: string): boolean => /đ|\p{M}/iu.test(text.normalize('NFD'));
const ENGLISH = /\b(the|is|are|of|and|not|with|which|must|this|that|from|has|have)\b/i;

/** Names that people use themselves: the menu of Excel says “CSV”. */
const NAMES: ReadonlySet<string> = new Set(['CSV']);

/** What is wrong with a sentence in one language: it speaks the other one, or shows a code or a date as programs write them. */
export function faultsOf({ vi, en }: Bilingual, { mayShowDates = false } = {}): string[] {
  const faults: string[] = [];
  if (!isVietnamese(vi)) faults.push(`not Vietnamese: ${vi}`);
  if (ENGLISH.test(withoutQuoted(vi)) || vi.includes(' / ')) faults.push(`English in Vietnamese: ${vi}`);
  if (isVietnamese(withoutQuoted(en)) || en.includes(' / ')) faults.push(`Vietnamese in English: ${en}`);
  for (const text of [vi, en]) {
    const codes = (text.match(/\b[A-Z][A-Z_]{2,}\b/g) ?? []).filter(word => CODES.has(word) && !NAMES.has(word));
    if (codes.length > 0) faults.push(`the code ${codes.join(', ')}: ${text}`);
    if (!mayShowDates && /\d{4}-\d{2}/.test(text)) faults.push(`a date as programs write it: ${text}`);
  }
  return faults;
}
