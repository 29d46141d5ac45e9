import type { Language } from '../../shared/language.js';

/**
 * The language of messages on the terminal: the first lines of the server, the output of commands, and errors at the start. It is read separately
 * from the other settings, because an error about a wrong setting is written in it, too.
 */
export const messageLanguage = (env: NodeJS.ProcessEnv = process.env): Language => (env.MESSAGE_LANGUAGE === 'en' ? 'en' : 'vi');
