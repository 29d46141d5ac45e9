import type { Bilingual } from '../../shared/language.js';

/**
 * A trouble that keeps the registry or a command from starting. The person at the keyboard sees one sentence, in the language of
 * MESSAGE_LANGUAGE, without a stack; anything else that escapes is a defect and keeps its stack.
 */
export class StartupError extends Error {
  readonly text: Bilingual;

  constructor(vi: string, en: string, options?: ErrorOptions) {
    super(en, options);
    this.name = 'StartupError';
    this.text = { vi, en };
  }
}
