import { translateDatabaseError } from '../platform/database/database-errors.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { StartupError } from '../platform/errors/startup-error.js';
import type { Bilingual } from '../shared/language.js';

/** What keeps the registry from starting and is no defect: a sentence of ours, or a database that is away or whose disk is full. */
export function sentenceOf(error: unknown): Bilingual | undefined {
  const unavailable = translateDatabaseError(error);
  if (unavailable instanceof StartupError) return unavailable.text;
  return unavailable instanceof DomainError && unavailable.category === 'unavailable' ? unavailable.text : undefined;
}
