import type { ReactNode } from 'react';
import { UnitName } from '#documents/picks';
import { useDay } from '../../api/day.js';
import { useRead } from '../../api/read.js';
import { useTexts } from '../../texts/texts.context.js';
import type { ListState } from '../../ui/list-state.js';
import { PickField } from '../../ui/pick.field.js';
import { UNITS } from './find.js';

/** Rows of a unit and of all under it; the unit is in the address. */
export function UnitFilter({ state, label }: { state: ListState; label?: string }): ReactNode {
  const { lists } = useTexts();
  const id = state.filter('donvi');
  const { data } = useRead(UnitName, { id: id ?? '', asOf: useDay() }, { pause: id === undefined });
  const value = id === undefined ? undefined : { id, label: data?.unit?.id === id ? data.unit.fullName : '…' };
  return (
    <PickField
      className="filter"
      label={label ?? lists.unit}
      value={value}
      onChange={picked => state.setFilter('donvi', picked?.id)}
      find={UNITS}
    />
  );
}
