import {
  FindColleagues,
  FindCouncils,
  FindDecisions,
  FindModels,
  FindMovements,
  FindPeople,
  FindUnits,
  OpenRounds,
  Sectors,
} from '#documents/picks';
import { useDay } from '../../api/day.js';
import { dayText, partialText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { finder } from '../../ui/finder.js';

export const UNITS = finder(
  FindUnits,
  (text, asOf) => ({ text, asOf }),
  ({ units }) => units.nodes.map(({ id, fullName, path }) => ({ id, label: fullName, hint: path })),
);

export const MODELS = finder(
  FindModels,
  (text, asOf) => ({ text, asOf }),
  ({ models }) => models.nodes.map(({ id, title, code, unit }) => ({ id, label: title, hint: `${code} · ${unit.fullName}` })),
);

export const PEOPLE = finder(
  FindPeople,
  text => ({ text }),
  ({ people }) => people.nodes.map(({ id, name, unit }) => ({ id, label: name, hint: unit?.fullName })),
);

export const COUNCILS = finder(
  FindCouncils,
  (text, asOf) => ({ text, asOf }),
  ({ councils }) => councils.nodes.map(({ id, name, unit }) => ({ id, label: name, hint: unit.fullName })),
);

/** Those to whom a right is given or delegated. */
export const COLLEAGUES = finder(
  FindColleagues,
  text => ({ text }),
  ({ colleagues }) => colleagues.nodes.map(({ id, displayName, person }) => ({ id, label: displayName, hint: person?.unit?.fullName })),
);

export const DECISIONS = finder(
  FindDecisions,
  text => ({ text }),
  ({ decisions }) =>
    decisions.nodes.map(({ id, number, issued, abstract, issuer }) => ({
      id,
      label: [number, partialText(issued)].filter(Boolean).join(', ') || (abstract ?? issuer.fullName),
      hint: [issuer.fullName, abstract].filter(Boolean).join(' · '),
    })),
);

export const MOVEMENTS = finder(
  FindMovements,
  (text, asOf) => ({ text, asOf }),
  ({ movements }) =>
    movements.nodes.map(({ id, name, starts, launcher }) => ({
      id,
      label: name,
      hint: [launcher.fullName, partialText(starts)].filter(Boolean).join(' · '),
    })),
);

/** As people type: without diacritics, in small letters. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '');

/** All rounds, few as they are, narrowed by what is typed. */
export const ROUNDS = finder(
  OpenRounds,
  (_text, asOf) => ({ asOf, filter: null }),
  ({ registrationRounds }, text) =>
    registrationRounds.nodes
      .map(({ id, name, opensOn, closesOn, unit, movement }) => ({
        id,
        label: name,
        hint: `${movement.name} · ${unit.fullName} · ${dayText(opensOn)} – ${dayText(closesOn)}`,
      }))
      .filter(({ label, hint }) => plain(`${label} ${hint}`).includes(plain(text))),
);

export function useSectors(): readonly (readonly [string, string])[] {
  const { data } = useRead(Sectors, { asOf: useDay() });
  return data?.sectors.nodes.map(({ id, name }) => [id, name] as const) ?? [];
}
