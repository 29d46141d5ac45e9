import { FindAccounts, FindDecisions, FindModels, FindPeople, FindUnits, OpenRounds, Sectors } from '#documents/picks';
import { useDay } from '../../api/day.js';
import { dayText, partialText } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import type { Found } from '../../ui/pick.field.js';

const text = (typed: string): string | null => (typed === '' ? null : typed);

export function useFindUnits(typed: string, active: boolean): Found {
  const { data, waiting } = useRead(FindUnits, { text: text(typed), asOf: useDay() }, { pause: !active });
  return { waiting, items: data?.units.nodes.map(({ id, fullName, path }) => ({ id, label: fullName, hint: path })) ?? [] };
}

export function useFindModels(typed: string, active: boolean): Found {
  const { data, waiting } = useRead(FindModels, { text: text(typed), asOf: useDay() }, { pause: !active });
  return {
    waiting,
    items: data?.models.nodes.map(({ id, title, code, unit }) => ({ id, label: title, hint: `${code} · ${unit.fullName}` })) ?? [],
  };
}

export function useFindPeople(typed: string, active: boolean): Found {
  const { data, waiting } = useRead(FindPeople, { text: text(typed) }, { pause: !active });
  return { waiting, items: data?.people.nodes.map(({ id, name, unit }) => ({ id, label: name, hint: unit?.fullName })) ?? [] };
}

export function useFindAccounts(typed: string, active: boolean): Found {
  const { data, waiting } = useRead(FindAccounts, { text: text(typed) }, { pause: !active });
  return { waiting, items: data?.accounts.nodes.map(({ id, name, displayName }) => ({ id, label: displayName, hint: name })) ?? [] };
}

export function useFindDecisions(typed: string, active: boolean): Found {
  const { data, waiting } = useRead(FindDecisions, { text: text(typed) }, { pause: !active });
  const items = data?.decisions.nodes.map(({ id, number, issued, abstract, issuer }) => ({
    id,
    label: [number, partialText(issued)].filter(Boolean).join(', ') || (abstract ?? issuer.fullName),
    hint: [issuer.fullName, abstract].filter(Boolean).join(' · '),
  }));
  return { waiting, items: items ?? [] };
}

/** All rounds, few as they are, narrowed by what is typed. */
export function useFindRounds(typed: string, active: boolean): Found {
  const { data, waiting } = useRead(OpenRounds, { asOf: useDay(), filter: null }, { pause: !active });
  const items = data?.registrationRounds.nodes
    .map(({ id, name, opensOn, closesOn, unit, movement }) => ({
      id,
      label: name,
      hint: `${movement.name} · ${unit.fullName} · ${dayText(opensOn)} – ${dayText(closesOn)}`,
    }))
    .filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(typed.toLowerCase()));
  return { waiting, items: items ?? [] };
}

export function useSectors(): readonly (readonly [string, string])[] {
  const { data } = useRead(Sectors, { asOf: useDay() });
  return data?.sectors.nodes.map(({ id, name }) => [id, name] as const) ?? [];
}
