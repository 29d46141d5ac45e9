import type { ReactNode } from 'react';
import { GiveGrant, type Schema } from '#documents/grants';
import { useCommand } from '../../api/command.js';
import { useMay } from '../../api/me.context.js';
import { COLLEAGUES, UNITS } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';

/** `UNIT_HEAD` is given by those with `grant.unitHead`. */
const actionOf = (role: string): string => `grant.${role.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

export function GrantWindow({ holder, onClose }: { holder?: Picked; onClose: () => void }): ReactNode {
  const { texts, terms } = useWords();
  const { grants, common } = texts;
  const [may, say] = [useMay(), useSay()];
  const roles = pairs(terms.Role).filter(([role]) => may(actionOf(role)));
  const form = useForm({
    holderId: holder as Picked | undefined,
    role: roles[0]?.[0] ?? '',
    unitId: undefined as Picked | undefined,
    line: '',
    validFrom: undefined as string | undefined,
    validTo: undefined as string | undefined,
    reason: '',
  });
  const command = useCommand(GiveGrant, { keyed: true });
  const send = async (): Promise<void> => {
    if (form.lacks(['holderId', 'reason'], common.needed)) return;
    const { holderId, role, unitId, line, validFrom, validTo, reason } = form.values;
    const outcome = await command.run({
      holderId: holderId?.id ?? '',
      role: role as Schema.Role,
      unitId: unitId?.id ?? null,
      line: (line || null) as Schema.UnitLine | null,
      validFrom: validFrom ?? null,
      validTo: validTo ?? null,
      reason,
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    say(common.saved);
    return onClose();
  };
  return (
    <Window title={grants.give} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={grants.give} onSubmit={() => void send()} onCancel={onClose}>
        <ThingField form={form} name="holderId" label={grants.holder} required find={COLLEAGUES} />
        <ChoiceField form={form} name="role" label={grants.role} required choices={roles} />
        <ThingField form={form} name="unitId" label={grants.unit} hint={grants.unitHint} find={UNITS} />
        <div className="form-two">
          <ChoiceField form={form} name="line" label={grants.line} none={grants.anyLine} choices={pairs(terms.UnitLine)} />
          <DateField form={form} name="validFrom" label={common.from} hint={common.onHint} />
          <DateField form={form} name="validTo" label={common.to} hint={common.toHint} />
        </div>
        <TextField form={form} name="reason" label={common.reason} required lines={2} />
      </FormFrame>
    </Window>
  );
}
