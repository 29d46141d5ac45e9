import type { Bilingual } from '../../shared/language.js';
import { namesOf } from '../../shared/terms.js';
import { councilTerms } from './council.terms.js';

export const CouncilKind = { EMULATION: 'EMULATION', APPRAISAL: 'APPRAISAL', STEERING: 'STEERING', OTHER: 'OTHER' } as const;
export type CouncilKind = keyof typeof CouncilKind;

export const CouncilRole = { CHAIR: 'CHAIR', DEPUTY: 'DEPUTY', SECRETARY: 'SECRETARY', MEMBER: 'MEMBER' } as const;
export type CouncilRole = keyof typeof CouncilRole;

export const SessionKind = { GENERAL: 'GENERAL', APPRAISAL: 'APPRAISAL', AWARDS: 'AWARDS' } as const;
export type SessionKind = keyof typeof SessionKind;

export const Presence = { PRESENT: 'PRESENT', IN_WRITING: 'IN_WRITING', ABSENT: 'ABSENT' } as const;
export type Presence = keyof typeof Presence;

export const VoteChoice = { IN_FAVOUR: 'IN_FAVOUR', AGAINST: 'AGAINST', ABSTAINED: 'ABSTAINED' } as const;
export type VoteChoice = keyof typeof VoteChoice;

export const MajorityBase = { MEMBERS_IN_TERM: 'MEMBERS_IN_TERM', TAKING_PART: 'TAKING_PART' } as const;
export type MajorityBase = keyof typeof MajorityBase;

/** How a kind of session is written inside a sentence. */
export const SESSION_KIND_NAMES: Readonly<Record<SessionKind, Bilingual>> = namesOf(councilTerms.SessionKind, {
  GENERAL: 'an ordinary session',
  APPRAISAL: 'an appraisal session',
  AWARDS: 'an award session',
});

export const VOTE_CHOICE_NAMES: Readonly<Record<VoteChoice, Bilingual>> = namesOf(councilTerms.VoteChoice, {
  IN_FAVOUR: 'in favour',
  AGAINST: 'against',
  ABSTAINED: 'abstained',
});
