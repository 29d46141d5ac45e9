import type { ReactNode } from 'react';
import { MembersOnDay, RecordCouncilSession, type MembersOnDayData, type Schema } from '#documents/councils';
import { useCommand } from '../../api/command.js';
import { useRead } from '../../api/read.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTerms, useTexts } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

type Members = NonNullable<MembersOnDayData['council']>['members'];
interface Values {
  readonly heldOn: string | undefined;
  readonly kind: string;
  readonly subject: string;
  readonly chairId: string;
  readonly secretaryId: string;
  readonly minutesNumber: string;
  readonly minutesDate: string | undefined;
  readonly minutesText: string;
  /** How each member took part; who is not named was absent. */
  readonly attendance: Readonly<Record<string, Schema.CouncilPresence>>;
}
const EMPTY: Values = {
  heldOn: undefined,
  kind: 'GENERAL',
  subject: '',
  chairId: '',
  secretaryId: '',
  minutesNumber: '',
  minutesDate: undefined,
  minutesText: '',
  attendance: {},
};

/** A session that was held, with who took part: the members in term on its day. */
export function SessionWindow({
  councilId,
  onClose,
  onDone,
}: {
  councilId: string;
  onClose: () => void;
  onDone: (id: string) => void;
}): ReactNode {
  const [{ common }, terms, { councils }] = [useTexts(), useTerms(), useAppraisalTexts()];
  const say = useSay();
  const form = useForm<Values>(EMPTY, `session.${councilId}`);
  const command = useCommand(RecordCouncilSession, { keyed: true });
  const { values } = form;
  const read = useRead(MembersOnDay, { id: councilId, asOf: values.heldOn });
  const members: Members = read.data?.council?.members ?? [];
  const present = members.filter(({ id }) => values.attendance[id] === 'PRESENT').map(({ id, person }) => [id, person.name] as const);
  const send = async (): Promise<void> => {
    if (form.lacks(['heldOn', 'subject'], common.needed)) return;
    const { attendance, heldOn, kind, subject, ...rest } = values;
    const outcome = await command.run({
      councilId,
      heldOn: heldOn ?? '',
      kind: kind as Schema.SessionKind,
      subject,
      attendance: members.map(({ id: memberId }) => ({ memberId, presence: attendance[memberId] ?? 'ABSENT' })),
      chairId: rest.chairId || null,
      secretaryId: rest.secretaryId || null,
      minutesNumber: rest.minutesNumber || null,
      minutesDate: rest.minutesDate ?? null,
      minutesText: rest.minutesText || null,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.saved();
    say(common.saved);
    return onDone(outcome.payload.councilSession?.id ?? '');
  };
  return (
    <Window title={councils.record} size="xl" onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={councils.record} onSubmit={() => void send()} onCancel={onClose}>
        <div className="form-two">
          <DateField form={form} name="heldOn" label={councils.heldOn} required />
          <ChoiceField form={form} name="kind" label={councils.sessionKind} choices={pairs(terms.SessionKind)} />
        </div>
        <TextField form={form} name="subject" label={councils.subject} required />
        <fieldset className="choices">
          <legend>{councils.attendance}</legend>
          <p className="quiet">{councils.attendanceHint}</p>
          <Reading of={read}>
            {() => (
              <Attendance members={members} attendance={values.attendance} onChange={attendance => form.set('attendance', attendance)} />
            )}
          </Reading>
          {form.at('attendance') && (
            <p className="bad" role="alert">
              {form.at('attendance')}
            </p>
          )}
        </fieldset>
        <div className="form-two">
          <ChoiceField form={form} name="chairId" label={councils.chair} none="" choices={present} />
          <ChoiceField form={form} name="secretaryId" label={councils.secretary} none="" choices={present} />
          <TextField form={form} name="minutesNumber" label={councils.minutesNumber} />
          <DateField form={form} name="minutesDate" label={councils.minutesDate} />
        </div>
        <TextField form={form} name="minutesText" label={councils.minutesText} lines={4} />
      </FormFrame>
    </Window>
  );
}

function Attendance({
  members,
  attendance,
  onChange,
}: {
  members: Members;
  attendance: Values['attendance'];
  onChange: (attendance: Values['attendance']) => void;
}): ReactNode {
  const { CouncilPresence, CouncilRole } = useTerms();
  const { councils } = useAppraisalTexts();
  if (members.length === 0) return <p className="quiet">{councils.noMembers}</p>;
  return members.map(({ id, person, role }) => (
    <label key={id} className="attends">
      <span>
        {person.name} <span className="quiet">{CouncilRole[role]}</span>
      </span>
      <select
        value={attendance[id] ?? 'ABSENT'}
        onChange={event => onChange({ ...attendance, [id]: event.currentTarget.value as Schema.CouncilPresence })}
      >
        {pairs(CouncilPresence).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  ));
}
