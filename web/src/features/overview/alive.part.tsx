import type { ReactNode } from 'react';
import { StillAlive } from '#documents/overview';
import { numberText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { useWords } from '../../texts/texts.context.js';
import { Facts, Part } from '../../ui/page.js';

/** How units answered whether their recognised models still run; silence is counted apart, by its reason. */
export function AlivePart({ unitId, year }: { unitId: string | undefined; year: number }): ReactNode {
  const { language, texts } = useWords();
  const { overview } = texts;
  const counts = useRead(StillAlive, { unitId: unitId ?? null, year }).data?.stillAliveCounts;
  if (!counts) return null;
  const names = ['running', 'changed', 'stopped', 'unanswered', 'nobodyToAnswer', 'notAskedYet'] as const;
  return (
    <Part title={overview.alive}>
      <Facts of={names.map(name => [overview.aliveCounts[name], numberText(counts[name], language)] as const)} />
    </Part>
  );
}
