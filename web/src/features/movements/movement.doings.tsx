import type { ReactNode } from 'react';
import { MergeMovement, RemoveMovement, RenameMovement, UndoMovementRename } from '#documents/movement-records';
import { EndMovement, SetMovementFormItems, type MovementData } from '#documents/movements';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useMay } from '../../api/me.context.js';
import { CommandWindow } from '../../parts/command.window.js';
import { Doings } from '../../parts/doings.js';
import { MOVEMENTS } from '../../parts/picks/find.js';
import { MergeRecordWindow, RemoveWindow } from '../../parts/record.windows.js';
import { useTexts } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField } from '../../ui/form.fields.js';
import { useGo } from '../../ui/link.js';
import { ItemsWindow } from './items.window.js';
import { MovementWindow } from './movement.window.js';
import { OpenRoundWindow } from './round.windows.js';

type Movement = NonNullable<MovementData['movement']>;
interface Props {
  readonly movement: Movement;
  onClose(): void;
}

/** What can be done with a movement. */
export function MovementDoings({ movement }: { movement: Movement }): ReactNode {
  const { movements } = useTexts();
  const [may, go] = [useMay(), useGo()];
  const setItems = useCommand(SetMovementFormItems);
  const fits = may('movement.edit');
  return (
    <Doings
      of={[
        {
          title: movements.openRound,
          fits: may('registrationRound.edit'),
          window: close => <OpenRoundWindow movement={movement} onClose={close} onDone={id => go(`/${addresses.rounds}/${id}`)} />,
        },
        { title: movements.correct, fits, window: close => <MovementWindow movement={movement} onClose={close} /> },
        {
          title: movements.setItems,
          fits,
          window: close => <ItemsWindow of={movement} running={setItems.running} run={setItems.run} onClose={close} />,
        },
        { title: movements.end, fits: fits && !movement.ends, window: close => <End movement={movement} onClose={close} /> },
      ]}
      rare={[
        { title: movements.rename, fits, window: close => <Rename movement={movement} onClose={close} /> },
        {
          title: movements.undoRename,
          fits: fits && movement.formerNames.length > 0,
          window: close => <RemoveWindow title={movements.undoRename} command={UndoMovementRename} of={movement} onClose={close} />,
        },
        {
          title: movements.merge,
          fits,
          window: close => (
            <MergeRecordWindow
              title={movements.merge}
              hint={movements.mergeHint}
              label={movements.mergeInto}
              find={MOVEMENTS}
              command={MergeMovement}
              of={movement}
              onClose={close}
              onDone={id => go(`/${addresses.movements}/${id}`)}
            />
          ),
        },
        {
          title: movements.remove,
          fits,
          window: close => (
            <RemoveWindow
              title={movements.remove}
              hint={movements.removeHint}
              command={RemoveMovement}
              of={movement}
              onClose={close}
              onDone={() => go(`/${addresses.movements}`)}
            />
          ),
        },
      ]}
    />
  );
}

function Rename({ movement, onClose }: Props): ReactNode {
  const { movements, common } = useTexts();
  const form = useForm({ name: movement.name, from: undefined as string | undefined, reason: '' });
  const { run, running } = useCommand(RenameMovement);
  const { name, from, reason } = form.values;
  return (
    <CommandWindow
      title={movements.rename}
      form={form}
      needed={['name', 'from', 'reason']}
      running={running}
      run={() => run({ id: movement.id, expectedVersion: movement.version, name, from: from ?? '', reason })}
      onClose={onClose}
    >
      <TextField form={form} name="name" label={movements.newName} required />
      <DateField form={form} name="from" label={movements.renameFrom} required />
      <TextField form={form} name="reason" label={common.reason} hint={common.sourceHint} required lines={2} />
    </CommandWindow>
  );
}

function End({ movement, onClose }: Props): ReactNode {
  const { movements, common } = useTexts();
  const form = useForm({ ends: undefined as string | undefined, reason: '' });
  const { run, running } = useCommand(EndMovement);
  const { ends, reason } = form.values;
  return (
    <CommandWindow
      title={movements.end}
      form={form}
      needed={['ends', 'reason']}
      running={running}
      run={() => run({ id: movement.id, expectedVersion: movement.version, ends: ends ?? '', reason })}
      onClose={onClose}
    >
      <DateField form={form} name="ends" label={movements.endOn} required partial />
      <TextField form={form} name="reason" label={common.reason} required lines={2} />
    </CommandWindow>
  );
}
