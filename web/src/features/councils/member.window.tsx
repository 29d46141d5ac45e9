import type { ReactNode } from 'react';
import { AppointCouncilMember, CorrectCouncilMember, type Schema } from '#documents/council-commands';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { PEOPLE } from '../../parts/picks/find.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import type { ShownCouncil } from './council.parts.js';

interface Props {
  readonly council: ShownCouncil;
  /** The term that was entered wrongly; absent: a new one. */
  readonly member?: ShownCouncil['allMembers'][number];
  onClose(): void;
}

/** Appoints a person for a term, as secretary or in another role; or corrects a term. */
export function MemberWindow({ council, member, onClose }: Props): ReactNode {
  const { texts, terms } = useWords();
  const { councils } = useAppraisalTexts();
  const { common } = texts;
  const form = useForm({
    personId: undefined as Picked | undefined,
    role: (member?.role ?? 'MEMBER') as string,
    validFrom: member?.validFrom as string | undefined,
    validTo: (member?.validTo ?? undefined) as string | undefined,
    basis: member?.basis ?? '',
    reason: '',
  });
  const [appoint, correct] = [useCommand(AppointCouncilMember, { keyed: true }), useCommand(CorrectCouncilMember)];
  const { personId, role, validFrom, validTo, basis, reason } = form.values;
  const content = {
    role: role as Schema.CouncilRole,
    validFrom: validFrom ?? '',
    validTo: validTo ?? null,
    basis: basis || null,
  };
  return (
    <CommandWindow
      title={member ? councils.correctTerm : councils.appoint}
      form={form}
      needed={['validFrom', ...(member ? (['reason'] as const) : (['personId'] as const))]}
      running={appoint.running || correct.running}
      run={() =>
        member
          ? correct.run({ ...content, id: member.id, expectedVersion: member.version, reason })
          : appoint.run({ ...content, councilId: council.id, personId: personId?.id ?? '' })
      }
      onClose={onClose}
    >
      {member ? (
        <p className="quiet">{member.person.name}</p>
      ) : (
        <ThingField form={form} name="personId" label={councils.memberColumns.person} find={PEOPLE} required />
      )}
      <ChoiceField form={form} name="role" label={councils.memberColumns.role} choices={pairs(terms.CouncilRole)} />
      <div className="form-two">
        <DateField form={form} name="validFrom" label={councils.validFrom} required />
        <DateField form={form} name="validTo" label={councils.validTo} hint={common.toHint} />
      </div>
      <TextField form={form} name="basis" label={councils.memberColumns.basis} />
      {member && <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />}
    </CommandWindow>
  );
}
