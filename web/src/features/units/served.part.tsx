import { useState, type ReactNode } from 'react';
import { EndServedTerritory, RecordServedTerritory, RemoveServedTerritory, type UnitData } from '#documents/units';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { dayText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { ReasonWindow } from '../../parts/reason.window.js';
import { useTexts } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { DateField, TextField, ThingField } from '../../ui/form.fields.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';

type ShownUnit = NonNullable<UnitData['unit']>;
type Served = ShownUnit['servedTerritories'][number];
type Opened = { readonly what: 'record' } | { readonly what: 'end' | 'remove'; readonly served: Served };

/** For which territories an organisation works, or which organisations work for a territory; who may change units says so here. */
export function ServedPart({ unit }: { unit: ShownUnit }): ReactNode {
  const { units } = useTexts();
  const may = useMay()('unit.change');
  const [opened, setOpened] = useState<Opened>();
  const isBody = unit.line !== 'TERRITORY';
  const rows = isBody ? unit.servedTerritories : unit.servedBy;
  if (rows.length === 0 && !(may && isBody)) return null;
  const close = (): void => setOpened(undefined);
  return (
    <Part title={isBody ? units.serves : units.servedBy}>
      {rows.length === 0 && <p className="quiet">{units.servesNone}</p>}
      <ul className="plain-list">
        {rows.map(served => (
          <li key={served.id}>
            <OtherUnit of={isBody ? served.territory : served.body} />{' '}
            <span className="quiet">{[daysOf(units, served), served.basis].join(' · ')}</span>
            {may && isBody && (
              <>
                {' '}
                <button type="button" className="link" onClick={() => setOpened({ what: 'end', served })}>
                  {units.endServing}
                </button>{' '}
                <button type="button" className="link" onClick={() => setOpened({ what: 'remove', served })}>
                  {units.removeServing}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {may && isBody && (
        <button type="button" className="button" onClick={() => setOpened({ what: 'record' })}>
          {units.recordServing}
        </button>
      )}
      {opened?.what === 'record' && <RecordWindow bodyId={unit.id} onClose={close} />}
      {opened?.what === 'end' && <EndWindow served={opened.served} onClose={close} />}
      {opened?.what === 'remove' && <RemoveWindow served={opened.served} onClose={close} />}
    </Part>
  );
}

/** “Từ 01/01/2026 đến 30/06/2026”. */
const daysOf = (texts: { readonly validFrom: string; readonly validTo: string }, { validFrom, validTo }: Served): string =>
  [texts.validFrom, dayText(validFrom), validTo && texts.validTo.toLowerCase(), dayText(validTo)].filter(Boolean).join(' ');

function OtherUnit({ of: { id, fullName } }: { of: { readonly id: string; readonly fullName: string } }): ReactNode {
  return <To to={`/${addresses.units}/${id}`}>{fullName}</To>;
}

function RecordWindow({ bodyId, onClose }: { bodyId: string; onClose: () => void }): ReactNode {
  const { units } = useTexts();
  const form = useForm({
    territoryId: undefined as Picked | undefined,
    validFrom: undefined as string | undefined,
    validTo: undefined as string | undefined,
    basis: '',
  });
  const command = useCommand(RecordServedTerritory, { keyed: true });
  const run = (): ReturnType<typeof command.run> => {
    const { territoryId, validFrom, validTo, basis } = form.values;
    return command.run({ bodyId, territoryId: territoryId!.id, validFrom: validFrom!, validTo: validTo ?? null, basis });
  };
  const needed = ['territoryId', 'validFrom', 'basis'] as const;
  return (
    <CommandWindow title={units.recordServing} form={form} needed={needed} running={command.running} run={run} onClose={onClose}>
      <ThingField form={form} name="territoryId" label={units.territory} hint={units.servingHint} required find={UNITS} />
      <DateField form={form} name="validFrom" label={units.validFrom} required />
      <DateField form={form} name="validTo" label={units.validTo} />
      <TextField form={form} name="basis" label={units.servingBasis} required />
    </CommandWindow>
  );
}

function EndWindow({ served: { id, version, validTo }, onClose }: { served: Served; onClose: () => void }): ReactNode {
  const { common, units } = useTexts();
  const form = useForm({ validTo: validTo ?? (undefined as string | undefined), reason: '' });
  const command = useCommand(EndServedTerritory);
  const run = (): ReturnType<typeof command.run> => {
    const { validTo: last, reason } = form.values;
    return command.run({ id, expectedVersion: version, validTo: last!, reason });
  };
  return (
    <CommandWindow
      title={units.endServing}
      form={form}
      needed={['validTo', 'reason']}
      running={command.running}
      size="md"
      run={run}
      onClose={onClose}
    >
      <DateField form={form} name="validTo" label={units.validTo} required />
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={3} />
    </CommandWindow>
  );
}

function RemoveWindow({ served: { id, version, territory }, onClose }: { served: Served; onClose: () => void }): ReactNode {
  const { units } = useTexts();
  const command = useCommand(RemoveServedTerritory);
  return (
    <ReasonWindow
      title={units.removeServing}
      running={command.running}
      run={reason => command.run({ id, expectedVersion: version, reason })}
      onClose={onClose}
    >
      <p>{territory.fullName}</p>
    </ReasonWindow>
  );
}
