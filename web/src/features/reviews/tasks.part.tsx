import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { CorrectReviewTask } from '#documents/review-records';
import type { Schema } from '#documents/reviews';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { RowDoings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useTerms } from '../../texts/texts.context.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Part } from '../../ui/page.js';
import type { ShownReview } from './review.shown.js';
import { SettleWindow, TaskWindow } from './review.windows.js';

const TONES: Readonly<Record<Schema.ReviewTaskState, Tone>> = { OPEN: 'open', DONE: 'good', DROPPED: 'plain' };

/** What is to be done until the next review. */
export function TasksPart({ of }: { of: ShownReview }): ReactNode {
  const terms = useTerms();
  const { reviews } = useFigureTexts();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const [settling, setSettling] = useState<ShownReview['tasks'][number]>();
  return (
    <Part
      title={reviews.tasks}
      actions={
        may('review.manage') && (
          <Button variant="default" size="compact-sm" className="no-print" onClick={() => setAdding(true)}>
            {reviews.addTask}
          </Button>
        )
      }
    >
      {of.tasks.length === 0 && <p className="quiet">{reviews.noTasks}</p>}
      <ul className="plain-list">
        {of.tasks.map(task => (
          <li key={task.id}>
            <span className="prose">{task.text}</span> <Badge tone={TONES[task.state]}>{terms.ReviewTaskState[task.state]}</Badge>{' '}
            <span className="quiet">{[task.owner?.fullName, dayText(task.dueOn)].filter(Boolean).join(' · ')}</span>{' '}
            {task.state === 'OPEN' && may('review.manage') && (
              <Button
                variant="default"
                size="compact-sm"
                className="no-print"
                aria-label={`${reviews.settle}: ${task.text}`}
                onClick={() => setSettling(task)}
              >
                {reviews.settle}
              </Button>
            )}
            <RowDoings
              name={task.text}
              of={[
                {
                  title: reviews.correctTask,
                  fits: may('review.manage'),
                  window: close => <CorrectTask task={task} onClose={close} />,
                },
              ]}
            />
            {task.outcome && <p className="prose">{task.outcome}</p>}
          </li>
        ))}
      </ul>
      {adding && <TaskWindow of={of} onClose={() => setAdding(false)} />}
      {settling && <SettleWindow task={settling} onClose={() => setSettling(undefined)} />}
    </Part>
  );
}

function CorrectTask({ task, onClose }: { task: ShownReview['tasks'][number]; onClose: () => void }): ReactNode {
  const { reviews } = useFigureTexts();
  const { owner } = task;
  return (
    <FieldsWindow
      title={reviews.correctTask}
      command={CorrectReviewTask}
      given={{ id: task.id, expectedVersion: task.version }}
      fields={{
        text: { label: reviews.task, value: task.text, as: 'lines', required: true },
        ownerId: { label: reviews.owner, value: owner && { id: owner.id, label: owner.fullName }, find: UNITS },
        dueOn: { label: reviews.taskDue, value: task.dueOn, as: 'day' },
      }}
      asksReason
      onClose={onClose}
    />
  );
}
