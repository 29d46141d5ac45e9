import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { ApplyUnitEvent, PreviewUnitEvent, UnitSeen, type PreviewUnitEventData } from '#documents/unit-events';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { problemsOf } from '../../api/problem.js';
import { useRead } from '../../api/read.js';
import { useTexts, wordIn } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { FormFrame } from '../../ui/form.fields.js';
import { useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { Note } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { EventFields } from './event.fields.js';
import { eventInput, isCorrection, NO_EVENT, placeOf } from './event.values.js';

type Preview = PreviewUnitEventData['previewUnitEvent'];

/** One change of units, seen before it is done: what changes, what comes with it, what prevents it. */
export function EventPage(): ReactNode {
  const { unitEvents, common } = useTexts();
  const [go, say, client] = [useGo(), useSay(), useClient()];
  const form = useForm(NO_EVENT, 'unit-event');
  const [preview, setPreview] = useState<Preview>();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const command = useCommand(ApplyUnitEvent, { keyed: true });
  const { what, unitId } = form.values;
  const seen = useRead(UnitSeen, { id: unitId?.id ?? '' }, { pause: !isCorrection(what) || unitId === undefined });
  const version = seen.data?.unit?.version ?? 0;
  const input = (): ReturnType<typeof eventInput> => ({ ...eventInput(form.values, version), ...(confirmed.length > 0 && { confirmed }) });

  const look = async (): Promise<void> => {
    if (isCorrection(what) && form.lacks(['note'], common.needed)) return;
    setAsking(true);
    const { data, error } = await client
      .query(PreviewUnitEvent, { input: input() } as never, { requestPolicy: 'network-only' })
      .toPromise();
    setAsking(false);
    if (error || !data) return form.refuse(error ? problemsOf(error).map(placeOf) : []);
    const shown = data.previewUnitEvent as Preview;
    form.refuse(shown.problems.map(placeOf));
    return setPreview(shown);
  };
  const apply = async (): Promise<void> => {
    const outcome = await command.run(input());
    if (!outcome.done) return form.refuse(outcome.problems.map(placeOf));
    form.reset();
    say(unitEvents.done);
    return go(`/${addresses.unitEvents}`);
  };
  const isReady = preview !== undefined && preview.problems.length === 0;
  return (
    <Page title={unitEvents.apply}>
      <Part title={unitEvents.what}>
        <FormFrame form={form} running={asking} submit={unitEvents.preview} onSubmit={() => void look()}>
          <EventFields
            form={{
              ...form,
              set: (name, value) => {
                // What was seen was of another event.
                setPreview(undefined);
                form.set(name, value);
              },
            }}
          />
        </FormFrame>
      </Part>
      {preview && <Seen preview={preview} onConfirm={ids => setConfirmed(ids)} />}
      {isReady && (
        <div className="buttons">
          <Button loading={command.running} onClick={() => void apply()}>
            {unitEvents.doApply}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Seen({ preview, onConfirm }: { preview: Preview; onConfirm: (ids: readonly string[]) => void }): ReactNode {
  const { unitEvents } = useTexts();
  const asks = preview.warnings.flatMap(({ ids }) => ids);
  return (
    <Part title={unitEvents.effects}>
      {preview.problems.length > 0 ? <Note kind="bad" title={unitEvents.problems} /> : <Note kind="good">{unitEvents.ready}</Note>}
      {preview.warnings.length > 0 && (
        <Note kind="warn" title={unitEvents.warnings}>
          <ul>
            {preview.warnings.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {asks.length > 0 && (
            <button type="button" className="link" onClick={() => onConfirm(asks)}>
              {unitEvents.confirm}
            </button>
          )}
        </Note>
      )}
      {preview.effects.length === 0 && <p className="quiet">{unitEvents.nothing}</p>}
      <ul className="plain-list">
        {preview.effects.map(({ kind, unit, before, after }) => (
          <li key={`${kind} ${unit} ${before} ${after}`}>
            <strong>{unit}</strong> — {wordIn(unitEvents.effectNames, kind)} {before && <del className="bad">{before}</del>}{' '}
            {after && <ins>{after}</ins>}
          </li>
        ))}
      </ul>
      {preview.dependents.length > 0 && (
        <>
          <h3>{unitEvents.dependents}</h3>
          <ul className="plain-list">
            {preview.dependents.map(({ label, count, effect }) => (
              <li key={label}>
                {label}: {count} — {effect}
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
