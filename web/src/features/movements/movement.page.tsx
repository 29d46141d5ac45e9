import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { EndMovement, Movement as MovementQuery, SetMovementFormItems, type MovementData } from '#documents/movements';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useDay } from '../../api/day.js';
import { dayText, numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useTexts, useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField } from '../../ui/form.fields.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { Window } from '../../ui/window.js';
import { ItemsWindow, useItemNames } from './items.window.js';
import { MovementWindow } from './movement.window.js';
import { RoundState } from './round.state.js';
import { OpenRoundWindow } from './round.windows.js';
import { TargetsTable } from './targets.table.js';

type Movement = NonNullable<MovementData['movement']>;

export function MovementPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(MovementQuery, { id, asOf: useDay() });
  return <Reading of={read}>{({ movement }) => (movement ? <Whole movement={movement} /> : <NotFound />)}</Reading>;
}

function Whole({ movement }: { movement: Movement }): ReactNode {
  const { language, texts } = useWords();
  const [may, go] = [useMay(), useGo()];
  const [doing, setDoing] = useState<'round' | 'correct' | 'end' | 'items'>();
  const setItems = useCommand(SetMovementFormItems);
  const itemNames = useItemNames();
  const close = (): void => setDoing(undefined);
  const { movements, rounds } = texts;
  return (
    <Page
      title={movement.name}
      above={<To to={`/${addresses.movements}`}>{movements.title}</To>}
      actions={
        <>
          {may('registrationRound.edit') && <Button onClick={() => setDoing('round')}>{movements.openRound}</Button>}
          {may('movement.edit') && (
            <>
              <Button variant="default" onClick={() => setDoing('correct')}>
                {movements.correct}
              </Button>
              <Button variant="default" onClick={() => setDoing('items')}>
                {movements.setItems}
              </Button>
              {!movement.ends && (
                <Button variant="default" onClick={() => setDoing('end')}>
                  {movements.end}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <div className="columns">
        <div>
          <Part title={movements.rounds}>
            {movement.rounds.nodes.length === 0 ? (
              <p className="quiet">{movements.noRounds}</p>
            ) : (
              <DataTable
                label={movements.rounds}
                rows={movement.rounds.nodes}
                idOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    head: rounds.columns.name,
                    fixed: true,
                    cell: ({ id, name }) => <To to={`/${addresses.rounds}/${id}`}>{name}</To>,
                  },
                  { key: 'unit', head: rounds.columns.unit, cell: ({ unit }) => unit.fullName },
                  { key: 'closesOn', head: rounds.columns.closesOn, cell: ({ closesOn }) => dayText(closesOn) },
                  { key: 'state', head: '', cell: round => <RoundState of={round} /> },
                  {
                    key: 'count',
                    head: rounds.registrations,
                    numeric: true,
                    cell: ({ registrations }) => numberText(registrations.totalCount, language),
                  },
                ]}
              />
            )}
          </Part>
          <TargetsTable
            of={movement.targets}
            more={{
              key: 'round',
              head: movements.round,
              cell: ({ round }) => <To to={`/${addresses.rounds}/${round.id}`}>{round.name}</To>,
            }}
          />
          <Part title={movements.story}>
            <Story of={movement.history} />
          </Part>
        </div>
        <Part title={movements.title}>
          <Facts
            of={[
              [movements.launcher, <To to={`/${addresses.units}/${movement.launcher.id}`}>{movement.launcher.fullName}</To>],
              [movements.starts, partialText(movement.starts)],
              [movements.ends, partialText(movement.ends)],
              [movements.actNumber, movement.act.number],
              [movements.actDate, dayText(movement.act.date)],
              [movements.actIssuer, movement.act.issuer],
              [
                movements.formerNames,
                movement.formerNames.map(({ name, lastDay }) => `${name} (${movements.until(dayText(lastDay))})`).join(', '),
              ],
              [movements.items, itemNames(movement.requiredItems.items)],
              [movements.itemsBasis, movement.requiredItems.basis],
              [movements.note, movement.note],
            ]}
          />
        </Part>
      </div>
      {doing === 'round' && <OpenRoundWindow movement={movement} onClose={close} onDone={id => go(`/${addresses.rounds}/${id}`)} />}
      {doing === 'correct' && <MovementWindow movement={movement} onClose={close} />}
      {doing === 'items' && <ItemsWindow of={movement} running={setItems.running} run={setItems.run} onClose={close} />}
      {doing === 'end' && <EndWindow movement={movement} onClose={close} />}
    </Page>
  );
}

function EndWindow({ movement, onClose }: { movement: Movement; onClose: () => void }): ReactNode {
  const { movements, common } = useTexts();
  const form = useForm({ ends: undefined as string | undefined, reason: '' });
  const command = useCommand(EndMovement);
  const send = async (): Promise<void> => {
    if (form.lacks(['ends', 'reason'], common.needed)) return;
    const outcome = await command.run({
      id: movement.id,
      expectedVersion: movement.version,
      ends: form.values.ends ?? '',
      reason: form.values.reason,
    });
    if (outcome.done) onClose();
    else form.refuse(outcome.problems);
  };
  return (
    <Window title={movements.end} onClose={onClose}>
      <FormFrame form={form} running={command.running} submit={movements.end} onSubmit={() => void send()} onCancel={onClose}>
        <DateField form={form} name="ends" label={movements.endOn} required partial />
        <TextField form={form} name="reason" label={common.reason} required lines={2} />
      </FormFrame>
    </Window>
  );
}
