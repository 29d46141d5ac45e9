import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { UNITS } from '../../parts/picks/find.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import type { Picked } from '../../ui/finder.js';
import { PickField } from '../../ui/pick.field.js';

interface Props {
  readonly units: readonly Picked[];
  readonly error: string | undefined;
  onChange(units: readonly Picked[]): void;
}

/** Units that are appraised themselves, by their names. */
export function UnitsChoice({ units, error, onChange }: Props): ReactNode {
  const { openRound } = useAppraisalTexts();
  return (
    <fieldset className="choices">
      <legend>{openRound.units}</legend>
      {units.map(unit => (
        <Checkbox key={unit.id} label={unit.label} checked onChange={() => onChange(units.filter(({ id }) => id !== unit.id))} />
      ))}
      <PickField
        // An empty field again after each unit.
        key={units.length}
        label={openRound.addUnit}
        value={undefined}
        find={UNITS}
        error={error}
        onChange={unit => {
          if (unit && !units.some(({ id }) => id === unit.id)) onChange([...units, unit]);
        }}
      />
    </fieldset>
  );
}
