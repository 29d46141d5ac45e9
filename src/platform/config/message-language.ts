import type { Language } from '../../shared/language.js';

/**
 * The language at the keyboard: of the first lines of the server, of commands, and of what keeps either from starting. It is read apart from the
 * other settings: that one of them is wrong is said in it, too.
 */
export const messageLanguage = (env: NodeJS.ProcessEnv = process.env): Language => (env.MESSAGE_LANGUAGE === 'en' ? 'en' : 'vi');
