import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { MergeRegistrationRound, RemoveRegistrationRound } from '#documents/movement-records';
import { RemoveTarget, Round, SetRoundFormItems, WithdrawExtension } from '#documents/rounds';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText, numberText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings } from '../../parts/doings.js';
import { ROUNDS } from '../../parts/picks/find.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { MergeRecordWindow, RemoveWindow } from '../../parts/record.windows.js';
import { Story } from '../../parts/story.js';
import { useWords } from '../../texts/texts.context.js';
import { DataTable } from '../../ui/data-table.js';
import { To, useGo } from '../../ui/link.js';
import { Facts, Page, Part } from '../../ui/page.js';
import { NotFound, Reading } from '../../ui/states.js';
import { ItemsWindow, useItemNames } from './items.window.js';
import { CorrectRoundWindow } from './round.correction.js';
import { RoundState } from './round.state.js';
import { DeadlineWindow, ExtendWindow, TargetWindow, type ShownRound } from './round.windows.js';
import { TargetsTable } from './targets.table.js';

export function RoundPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Round, { id });
  return <Reading of={read}>{({ node }) => (node?.__typename === 'RegistrationRound' ? <Whole round={node} /> : <NotFound />)}</Reading>;
}

type Gone = { readonly kind: 'target' | 'extension'; readonly id: string; readonly version: number };

function Whole({ round }: { round: ShownRound }): ReactNode {
  const { language, texts, terms } = useWords();
  const may = useMay();
  const [gone, setGone] = useState<Gone>();
  const [removeTarget, withdraw] = [useCommand(RemoveTarget), useCommand(WithdrawExtension)];
  const itemNames = useItemNames();
  const { rounds, movements } = texts;
  const canEdit = may('registrationRound.edit');
  const removal = (kind: Gone['kind'], { id, version }: { id: string; version: number }): ReactNode =>
    canEdit && (
      <button type="button" className="link no-print" onClick={() => setGone({ kind, id, version })}>
        {kind === 'target' ? rounds.removeTarget : rounds.withdrawExtension}
      </button>
    );
  return (
    <Page
      title={round.name}
      above={<To to={`/${addresses.movements}/${round.movement.id}`}>{round.movement.name}</To>}
      badge={<RoundState of={round} />}
      actions={
        <>
          {may('model.draft') && (
            <To to={`/${addresses.models}/moi?dot=${round.id}`} className="button button-first">
              {rounds.register}
            </To>
          )}
          <RoundDoings round={round} />
        </>
      }
    >
      <div className="columns">
        <div>
          <TargetsTable of={round.targets} more={{ key: 'remove', head: '', cell: target => removal('target', target) }} />
          <Part title={rounds.extensions}>
            {round.extensions.nodes.length === 0 ? (
              <p className="quiet">{rounds.noExtensions}</p>
            ) : (
              <DataTable
                label={rounds.extensions}
                rows={round.extensions.nodes}
                idOf={({ id }) => id}
                columns={[
                  {
                    key: 'unit',
                    head: rounds.columns.unit,
                    fixed: true,
                    cell: ({ unit }) => <To to={`/${addresses.units}/${unit.id}`}>{unit.fullName}</To>,
                  },
                  { key: 'closesOn', head: rounds.closesOn, cell: ({ closesOn }) => dayText(closesOn) },
                  { key: 'reason', head: texts.common.reason, cell: ({ reason }) => reason },
                  { key: 'remove', head: '', cell: extension => removal('extension', extension) },
                ]}
              />
            )}
          </Part>
          <Part title={movements.story}>
            <Story of={round.history} />
          </Part>
        </div>
        <Part title={rounds.title}>
          <Facts
            of={[
              [movements.title, <To to={`/${addresses.movements}/${round.movement.id}`}>{round.movement.name}</To>],
              [rounds.unit, <To to={`/${addresses.units}/${round.unit.id}`}>{round.unit.fullName}</To>],
              [rounds.opensOn, dayText(round.opensOn)],
              [rounds.closesOn, dayText(round.closesOn)],
              [movements.items, itemNames(round.requiredItems.items)],
              [movements.itemsBasis, round.requiredItems.basis],
              [rounds.appraisedAt, round.appraisedAt.map(level => terms.RecognitionLevel[level]).join(', ')],
              [rounds.registrations, numberText(round.registrations.totalCount, language)],
            ]}
          />
          <p>
            <To to={`/${addresses.models}?dot=${round.id}`}>{rounds.seeModels}</To>
          </p>
        </Part>
      </div>
      {gone && (
        <ReasonWindow
          title={gone.kind === 'target' ? rounds.removeTarget : rounds.withdrawExtension}
          running={removeTarget.running || withdraw.running}
          onClose={() => setGone(undefined)}
          run={reason => (gone.kind === 'target' ? removeTarget : withdraw).run({ id: gone.id, expectedVersion: gone.version, reason })}
        />
      )}
    </Page>
  );
}

function RoundDoings({ round }: { round: ShownRound }): ReactNode {
  const { rounds, movements } = useWords().texts;
  const [may, go] = [useMay(), useGo()];
  const setItems = useCommand(SetRoundFormItems);
  const fits = may('registrationRound.edit');
  return (
    <Doings
      hasFirst={false}
      of={[
        { title: rounds.extend, fits, window: close => <ExtendWindow round={round} onClose={close} /> },
        { title: rounds.moveDeadline, fits, window: close => <DeadlineWindow round={round} onClose={close} /> },
        {
          title: movements.setItems,
          fits,
          window: close => <ItemsWindow of={round} running={setItems.running} run={setItems.run} onClose={close} />,
        },
        { title: rounds.assignTarget, fits: may('target.assign'), window: close => <TargetWindow round={round} onClose={close} /> },
      ]}
      rare={[
        { title: rounds.correct, fits, window: close => <CorrectRoundWindow round={round} onClose={close} /> },
        {
          title: rounds.merge,
          fits,
          window: close => (
            <MergeRecordWindow
              title={rounds.merge}
              hint={rounds.mergeHint}
              label={rounds.mergeInto}
              find={ROUNDS}
              command={MergeRegistrationRound}
              of={round}
              onClose={close}
              onDone={id => go(`/${addresses.rounds}/${id}`)}
            />
          ),
        },
        {
          title: rounds.remove,
          fits,
          window: close => (
            <RemoveWindow
              title={rounds.remove}
              hint={rounds.removeHint}
              command={RemoveRegistrationRound}
              of={round}
              onClose={close}
              onDone={() => go(`/${addresses.movements}/${round.movement.id}`)}
            />
          ),
        },
      ]}
    />
  );
}
