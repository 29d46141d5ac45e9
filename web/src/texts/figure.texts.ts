import { lazyTexts } from './lazy.texts.js';
import type { FigureTexts } from './vi/figures.js';

export const useFigureTexts = lazyTexts<FigureTexts>({
  vi: () => import('./vi/figures.js'),
  en: () => import('./en/figures.js'),
});
