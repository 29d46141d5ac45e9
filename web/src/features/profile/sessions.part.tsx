import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { EndSession, type MySessionsData } from '#documents/profile';
import { useCommand } from '../../api/command.js';
import { momentText } from '../../api/format.js';
import type { Problem } from '../../api/problem.js';
import { useTexts } from '../../texts/texts.context.js';
import { Part } from '../../ui/page.js';
import { Note, useProblemText } from '../../ui/states.js';

/** Where I am signed in. A session that is ended asks to sign in again at its next question. */
export function MySessions({ sessions }: { sessions: MySessionsData['mySessions'] }): ReactNode {
  const { profile } = useTexts();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<Problem>();
  const command = useCommand(EndSession);
  const others = sessions.filter(({ current }) => !current);
  const end = async (ended: readonly { readonly id: string }[]): Promise<void> => {
    setProblem(undefined);
    for (const { id } of ended) {
      const outcome = await command.run({ id });
      if (!outcome.done) return setProblem(outcome.problems[0]);
    }
  };
  return (
    <Part title={profile.sessions}>
      {problem && <Note kind="bad">{problemText(problem)}</Note>}
      <ul className="plain-list">
        {sessions.map(session => (
          <li key={session.id}>
            {browserOf(session.userAgent)} · {session.address} {session.current && <strong>({profile.thisSession})</strong>}
            <p className="quiet">{profile.seenAt(momentText(session.seenAt))}</p>
            {!session.current && (
              <button
                type="button"
                className="link"
                aria-label={profile.endSessionOf(browserOf(session.userAgent), momentText(session.seenAt))}
                disabled={command.running}
                onClick={() => void end([session])}
              >
                {profile.endSession}
              </button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button variant="default" loading={command.running} onClick={() => void end(others)}>
          {profile.endOthers}
        </Button>
      )}
    </Part>
  );
}

/** The browser's name of all that it says of itself. */
const browserOf = (agent: string | null): string => /(Edg|OPR|Firefox|Chrome|Safari)\/[\d.]+/.exec(agent ?? '')?.[0] ?? agent ?? '';
