import type { ReactNode } from 'react';
import { CorrectCouncilSession } from '#documents/council-commands';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField } from '../../ui/form.fields.js';
import type { ShownSession } from './council.parts.js';

/** Corrects the subject and the minutes of a session. Who took part stays: votes were counted by it. */
export function MinutesWindow({ session, onClose }: { session: ShownSession; onClose: () => void }): ReactNode {
  const { common } = useTexts();
  const { councils } = useAppraisalTexts();
  const form = useForm({
    subject: session.subject,
    minutesNumber: session.minutesNumber ?? '',
    minutesDate: (session.minutesDate ?? undefined) as string | undefined,
    minutesText: session.minutesText ?? '',
    reason: '',
  });
  const { run, running } = useCommand(CorrectCouncilSession);
  const { subject, minutesNumber, minutesDate, minutesText, reason } = form.values;
  return (
    <CommandWindow
      title={councils.correctSession}
      form={form}
      needed={['subject', 'reason']}
      running={running}
      run={() =>
        run({
          id: session.id,
          expectedVersion: session.version,
          subject,
          minutesNumber: minutesNumber || null,
          minutesDate: minutesDate ?? null,
          minutesText: minutesText || null,
          reason,
        })
      }
      onClose={onClose}
    >
      <TextField form={form} name="subject" label={councils.subject} required />
      <div className="form-two">
        <TextField form={form} name="minutesNumber" label={councils.minutesNumber} />
        <DateField form={form} name="minutesDate" label={councils.minutesDate} />
      </div>
      <TextField form={form} name="minutesText" label={councils.minutesText} lines={4} />
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}
