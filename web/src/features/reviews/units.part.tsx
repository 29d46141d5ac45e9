import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { SubmitForReview, type Schema } from '#documents/reviews';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import type { Problem } from '../../api/problem.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Problems } from '../../ui/form.fields.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';
import { ExtendReviewWindow } from './open.window.js';
import type { ShownReview } from './review.shown.js';

const TONES: Readonly<Record<Schema.SubmissionState, Tone>> = {
  SUBMITTED: 'good',
  LATE: 'open',
  AWAITED: 'plain',
  EXTENDED: 'open',
  OVERDUE: 'bad',
};

/** Who has sent in figures and who has not. */
export function UnitsPart({ of }: { of: ShownReview }): ReactNode {
  const terms = useTerms();
  const { reviews } = useFigureTexts();
  const [may, say] = [useMay(), useSay()];
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [extending, setExtending] = useState<ShownReview['units'][number]['unit']>();
  const command = useCommand(SubmitForReview);
  const submit = async (unitId: string): Promise<void> => {
    const outcome = await command.run({ reviewId: of.id, unitId });
    setProblems(outcome.done ? [] : outcome.problems);
    if (outcome.done) say(reviews.submitted);
  };
  return (
    <Part title={reviews.units}>
      {of.units.length === 0 && <p className="quiet">{reviews.noUnits}</p>}
      <Problems of={problems} />
      <ul className="plain-list">
        {of.units.map(({ unit, state, submittedOn, extendedTo, extensionReason }) => (
          <li key={unit.id}>
            <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To> <Badge tone={TONES[state]}>{terms.SubmissionState[state]}</Badge>{' '}
            <span className="quiet">{dayText(submittedOn ?? extendedTo)}</span>{' '}
            {submittedOn === null && may('review.submit') && (
              <Button
                size="compact-sm"
                variant="default"
                className="no-print"
                aria-label={`${reviews.submit}: ${unit.fullName}`}
                loading={command.running}
                onClick={() => void submit(unit.id)}
              >
                {reviews.submit}
              </Button>
            )}
            {submittedOn === null && of.dueOn !== null && may('review.manage') && (
              <button
                type="button"
                className="link no-print"
                aria-label={`${reviews.extend}: ${unit.fullName}`}
                onClick={() => setExtending(unit)}
              >
                {reviews.extend}
              </button>
            )}
            {extensionReason && <p className="quiet">{extensionReason}</p>}
          </li>
        ))}
      </ul>
      {extending && <ExtendReviewWindow of={of} unit={extending} onClose={() => setExtending(undefined)} />}
    </Part>
  );
}
