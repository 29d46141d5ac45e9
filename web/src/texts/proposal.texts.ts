import { lazyTexts } from './lazy.texts.js';
import type { ProposalTexts } from './vi/proposals.js';

export const useProposalTexts = lazyTexts<ProposalTexts>({
  vi: () => import('./vi/proposals.js'),
  en: () => import('./en/proposals.js'),
});
