import type { LocalDate } from '../../../shared/dates.js';

/** Why an act applies to a commendation. */
export const LawReason = { IN_FORCE: 'IN_FORCE', RECEIVED_BEFORE: 'RECEIVED_BEFORE', CHOSEN: 'CHOSEN' } as const;
export type LawReason = keyof typeof LawReason;

/** A law, as the dated data have it. */
export interface Law {
  readonly number: string;
  readonly validFrom: LocalDate;
  /** Whether its rules are in the registry. */
  readonly loaded: boolean;
}

export interface GoverningLaw {
  readonly act: string;
  readonly reason: LawReason;
  /** False: the text of this law is not loaded, and the rules of the law before it go on. */
  readonly verified: boolean;
}

/** The dates that decide which law applies. */
interface Dated {
  readonly decidedOn: LocalDate;
  /** When the dossier was received for appraisal; `null`: not given. */
  readonly receivedOn: LocalDate | null;
  /** Whether a person decided that the newer law is more favourable. */
  readonly newerChosen: boolean;
}

/** `UNKNOWN`: no law of that day is loaded. `RECEIVED_NEEDED`: the day decides, and it is not given. `NOTHING_TO_CHOOSE`: there is one law only. */
export type LawFound = GoverningLaw | 'UNKNOWN' | 'RECEIVED_NEEDED' | 'NOTHING_TO_CHOOSE';

/**
 * The law that governs a commendation: that of the day on which its dossier was received. A dossier received before a newer law goes on under
 * the older one, unless a person decided that the newer one is more favourable.
 */
export function governingLaw(laws: readonly Law[], { decidedOn, receivedOn, newerChosen }: Dated): LawFound {
  const inOrder = laws.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const atDecision = inOrder.findLast(({ validFrom }) => validFrom <= decidedOn);
  const base = inOrder[0];
  if (!atDecision || !base?.loaded) return 'UNKNOWN';
  const before = inOrder[inOrder.indexOf(atDecision) - 1];
  if (!before) return newerChosen ? 'NOTHING_TO_CHOOSE' : { act: atDecision.number, reason: 'IN_FORCE', verified: atDecision.loaded };
  if (receivedOn === null) return 'RECEIVED_NEEDED';
  if (receivedOn >= atDecision.validFrom)
    return newerChosen ? 'NOTHING_TO_CHOOSE' : { act: atDecision.number, reason: 'IN_FORCE', verified: atDecision.loaded };
  return newerChosen
    ? { act: atDecision.number, reason: 'CHOSEN', verified: atDecision.loaded }
    : { act: before.number, reason: 'RECEIVED_BEFORE', verified: before.loaded };
}
