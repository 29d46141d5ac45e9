import { vi, type Texts } from '../vi/texts.js';

export const en: Texts = vi;
