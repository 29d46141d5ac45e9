import type { ReactNode } from 'react';
import addresses from '../../api/addresses.json';
import type { Schema } from '#documents/models';
import { EditView, RemoveView, SavedViews, SaveView, ShareView, UnshareView, type SavedViewsData } from '#documents/views';
import { useCommand } from '../../api/command.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { Doings, RowDoings } from '../../parts/doings.js';
import { FieldsWindow } from '../../parts/fields.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useTexts } from '../../texts/texts.context.js';
import { To } from '../../ui/link.js';
import { Problems } from '../../ui/form.fields.js';
import { Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import { addressOf } from './view.address.js';

type View = SavedViewsData['savedViews']['nodes'][number];
interface Question {
  readonly filter: Schema.ModelFilter;
  readonly orderBy: Schema.ModelOrder;
}

/** The filters that somebody chooses again and again, by their names; and those that others share. */
export function ViewsDoings({ question, exporting }: { question: Question; exporting: (close: () => void) => ReactNode }): ReactNode {
  const { models } = useTexts();
  return (
    <Doings
      hasFirst={false}
      of={[]}
      rare={[
        { title: models.views, onAnyDay: true, window: close => <ViewsWindow question={question} onClose={close} /> },
        {
          title: models.saveView,
          onAnyDay: true,
          window: close => (
            <FieldsWindow
              title={models.saveView}
              hint={models.viewFilters}
              command={SaveView}
              given={{ lists: 'MODELS' as const, arguments: JSON.stringify(question) }}
              fields={{ name: { label: models.viewName, required: true } }}
              keyed
              onClose={close}
            />
          ),
        },
        { title: models.exportAll, onAnyDay: true, window: exporting },
      ]}
    />
  );
}

function ViewsWindow({ question, onClose }: { question: Question; onClose: () => void }): ReactNode {
  const { models } = useTexts();
  const read = useRead(SavedViews, { lists: 'MODELS' });
  return (
    <Window title={models.views} onClose={onClose}>
      <Reading of={read}>
        {({ savedViews: { nodes } }) => (
          <>
            {nodes.length === 0 && <p className="quiet">{models.noViews}</p>}
            <ul className="plain-list">
              {nodes.map(view => (
                <SavedView key={view.id} view={view} question={question} onOpen={onClose} />
              ))}
            </ul>
          </>
        )}
      </Reading>
    </Window>
  );
}

function SavedView({ view, question, onOpen }: { view: View; question: Question; onOpen: () => void }): ReactNode {
  const { models, common } = useTexts();
  const [may, say] = [useMay(), useSay()];
  const [edit, unshare, remove] = [useCommand(EditView), useCommand(UnshareView), useCommand(RemoveView)];
  const given = { id: view.id, expectedVersion: view.version };
  const address = addressOf(view.arguments);
  const done = async (
    run: Promise<{ readonly done: boolean; readonly problems?: readonly { readonly message: string }[] }>,
  ): Promise<void> => {
    const outcome = await run;
    say(outcome.done ? common.done : (outcome.problems ?? []).map(({ message }) => message).join(' '));
  };
  return (
    <li>
      {address === undefined ? (
        view.name
      ) : (
        <To to={`/${addresses.models}${address}`} onClick={onOpen}>
          {view.name}
        </To>
      )}{' '}
      <span className="quiet">
        {[
          !view.isOwn && models.viewOf(view.ownerName),
          view.unit && models.sharedWith(view.unit.fullName),
          address === undefined && models.viewElsewhere,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Problems of={view.problems.map(({ message }) => ({ code: message, message, field: [] }))} />
      {view.isOwn && (
        <p>
          <RowDoings
            name={view.name}
            of={[
              {
                title: models.renameView,
                onAnyDay: true,
                window: close => (
                  <FieldsWindow
                    title={models.renameView}
                    command={EditView}
                    given={given}
                    fields={{ name: { label: models.viewName, value: view.name, required: true } }}
                    onClose={close}
                  />
                ),
              },
              {
                title: models.shareView,
                onAnyDay: true,
                fits: may('savedView.share'),
                window: close => (
                  <FieldsWindow
                    title={models.shareView}
                    command={ShareView}
                    given={given}
                    fields={{ unitId: { label: models.shareWith, find: UNITS, required: true } }}
                    onClose={close}
                  />
                ),
              },
            ]}
          />{' '}
          <button type="button" className="link" onClick={() => void done(edit.run({ ...given, arguments: JSON.stringify(question) }))}>
            {models.keepFilters}
          </button>{' '}
          {view.unit && (
            <button type="button" className="link" onClick={() => void done(unshare.run(given))}>
              {models.unshareView}
            </button>
          )}{' '}
          <button
            type="button"
            className="link"
            aria-label={`${models.removeView}: ${view.name}`}
            onClick={() => void done(remove.run(given))}
          >
            {models.removeView}
          </button>
        </p>
      )}
    </li>
  );
}
