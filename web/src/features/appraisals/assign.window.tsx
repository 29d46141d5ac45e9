import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { AssignAppraisals, type Schema } from '#documents/appraisals';
import { useCommand } from '../../api/command.js';
import { PEOPLE } from '../../parts/picks/find.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useTerms, useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, FormFrame, TextField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { PickField } from '../../ui/pick.field.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import type { ShownAppraisal } from './appraisal.shown.js';

/** Assigns by lot or evenly; or, where entries were chosen, to named people: all people who are named score each of them. */
export function AssignWindow({
  round,
  entries,
  onClose,
}: {
  round: ShownAppraisal;
  entries?: readonly string[];
  onClose: () => void;
}): ReactNode {
  const [texts, { AssignedHow }, { rounds }] = [useTexts(), useTerms(), useAppraisalTexts()];
  const say = useSay();
  const form = useForm({ how: (entries ? 'BY_HAND' : 'BALANCED') as string, perEntry: '', seed: '', personIds: [] as readonly Picked[] });
  const command = useCommand(AssignAppraisals);
  const { how, perEntry, seed, personIds: people } = form.values;
  const send = async (): Promise<void> => {
    const personIds = people.map(({ id }) => id);
    if (entries && personIds.length === 0) return form.refuse([{ code: 'NEEDED', message: texts.common.needed, field: ['personIds'] }]);
    const input: Schema.AssignAppraisalsInput = entries
      ? { roundId: round.id, how: 'BY_HAND', byHand: entries.map(evaluationId => ({ evaluationId, personIds })) }
      : {
          roundId: round.id,
          how: how as Schema.AssignedHow,
          personIds,
          perEntry: perEntry === '' ? null : Number(perEntry),
          seed: seed || null,
        };
    const outcome = await command.run(input);
    if (!outcome.done) return form.refuse(outcome.problems);
    say(rounds.assignDone);
    return onClose();
  };
  const title = entries ? rounds.assignChosen : rounds.assign;
  return (
    <Window title={title} onClose={onClose}>
      {entries && <p className="quiet">{texts.lists.selected(String(entries.length))}</p>}
      <FormFrame form={form} running={command.running} submit={rounds.assignBalanced} onSubmit={() => void send()} onCancel={onClose}>
        {!entries && (
          <div className="form-two">
            <ChoiceField
              form={form}
              name="how"
              label={rounds.how}
              choices={[
                ['BALANCED', AssignedHow.BALANCED],
                ['RANDOM', AssignedHow.RANDOM],
              ]}
            />
            <TextField form={form} name="perEntry" label={rounds.perEntry} hint={rounds.perEntryHint} type="number" />
            {how === 'RANDOM' && <TextField form={form} name="seed" label={rounds.seed} hint={rounds.seedHint} />}
          </div>
        )}
        <PeopleChoice
          members={round.council?.members.map(({ person }) => ({ id: person.id, label: person.name })) ?? []}
          people={people}
          onChange={chosen => form.set('personIds', chosen)}
          hint={entries || !round.council ? undefined : rounds.peopleHint}
          error={form.at('personIds')}
        />
      </FormFrame>
    </Window>
  );
}

interface ChoiceProps {
  readonly members: readonly Picked[];
  readonly people: readonly Picked[];
  onChange(people: readonly Picked[]): void;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

/** Members of the council by a tick, others by their name. */
function PeopleChoice({ members, people, onChange, hint, error }: ChoiceProps): ReactNode {
  const { rounds } = useAppraisalTexts();
  const [added, setAdded] = useState<readonly Picked[]>([]);
  const toggle = (person: Picked): void =>
    onChange(people.some(({ id }) => id === person.id) ? people.filter(({ id }) => id !== person.id) : [...people, person]);
  return (
    <fieldset className="choices">
      <legend>{rounds.people}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {[...members, ...added].map(person => (
        <Checkbox
          key={person.id}
          size="sm"
          label={person.label}
          checked={people.some(({ id }) => id === person.id)}
          onChange={() => toggle(person)}
        />
      ))}
      <PickField
        // An empty field again after each person.
        key={added.length}
        label={rounds.addPerson}
        value={undefined}
        find={PEOPLE}
        error={error}
        onChange={person => {
          if (!person || [...members, ...added].some(({ id }) => id === person.id)) return;
          setAdded([...added, person]);
          onChange([...people, person]);
        }}
      />
    </fieldset>
  );
}
