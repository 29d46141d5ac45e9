import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RestoreMovementVersion } from '#documents/movement-records';
import { Movement as MovementQuery, type MovementData } from '#documents/movements';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Story } from '../../parts/story.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { To } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { useItemNames } from './items.window.js';
import { MovementDoings } from './movement.doings.js';
import { RoundState } from './round.state.js';
import { TargetsTable } from './targets.table.js';

type Movement = NonNullable<MovementData['movement']>;

export function MovementPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(MovementQuery, { id, asOf: useDay() });
  return <Reading of={read}>{({ movement }) => (movement ? <Whole movement={movement} /> : <NotFound />)}</Reading>;
}

function Whole({ movement }: { movement: Movement }): ReactNode {
  const { language, texts } = useWords();
  const may = useMay();
  const itemNames = useItemNames();
  const { movements, rounds } = texts;
  return (
    <Page
      title={movement.name}
      above={<To to={`/${addresses.movements}`}>{movements.title}</To>}
      actions={<MovementDoings movement={movement} />}
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
            <Story of={movement.history} restore={may('movement.edit') ? { command: RestoreMovementVersion, of: movement } : undefined} />
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
    </Page>
  );
}
