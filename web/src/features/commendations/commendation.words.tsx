import type { ReactNode } from 'react';
import { dayText, numberText, partialText } from '../../api/format.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';

interface Recipient {
  readonly recipient: { readonly name: string | null; readonly post: string | null; readonly unit: string | null };
  readonly count: number | null;
}

/** Who is commended: the name as it was, or how many are not named yet. */
export function useRecipientText(): (of: Recipient) => string {
  const { language } = useWords();
  const { commendations } = useCommendationTexts();
  return ({ recipient, count }) =>
    recipient.name ?? (count === null ? commendations.somebody : commendations.notNamed(numberText(count, language)));
}

export function useMoneyText(): (amount: number | null) => string {
  const { language } = useWords();
  const { commendations } = useCommendationTexts();
  return amount => (amount === null ? commendations.moneyUnknown : commendations.dong(numberText(amount, language)));
}

/** The day of the decision, or else of the presentation, or else the one that the paper names. */
export const dayOf = (of: {
  readonly decision: { readonly issued: string | null } | null;
  readonly presentedOn: string | null;
  readonly on: string | null;
}): string => partialText(of.decision?.issued) || dayText(of.presentedOn) || dayText(of.on);

/** Post and unit at that time, small. */
export function AsTheyWere({ of: { recipient } }: { of: Recipient }): ReactNode {
  const words = [recipient.post, recipient.unit].filter(Boolean).join(', ');
  return words === '' ? null : <span className="quiet">{words}</span>;
}
