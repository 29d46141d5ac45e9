import type { ReactNode } from 'react';
import { todayInVietnam } from '../../api/format.js';
import { useTexts } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';

export function RoundState({ of: { opensOn, closesOn } }: { of: { readonly opensOn: string; readonly closesOn: string } }): ReactNode {
  const { rounds } = useTexts();
  const today = todayInVietnam();
  if (today < opensOn) return <Badge tone="plain">{rounds.notYet}</Badge>;
  return today > closesOn ? <Badge tone="bad">{rounds.closed}</Badge> : <Badge tone="good">{rounds.open}</Badge>;
}
