import type { Schema } from '#documents/register';
import type { Picked } from '../../ui/finder.js';
import { FORM_ITEMS, type ShownModel } from './model.shown.js';

type Item = (typeof FORM_ITEMS)[number];

/** What is typed into the form, by the paths of the API’s input. */
export type ModelValues = {
  title: string;
  unitId: Picked | undefined;
  roundId: Picked | undefined;
  kind: string;
  subjectKind: string;
  personId: Picked | undefined;
  sectorId: string;
  themes: readonly Picked[];
  jointOwnerIds: readonly Picked[];
  place: string;
  'village.kind': string;
  'village.name': string;
  starts: string | undefined;
  endsOn: string | undefined;
  running: string;
  parentId: Picked | undefined;
  copyOfId: Picked | undefined;
  attestedOn: string | undefined;
  source: string;
  state: string;
  reason: string;
} & Record<`form.${Item}`, string>;

const named = (thing: { id: string; title?: string; name?: string; fullName?: string } | null | undefined): Picked | undefined =>
  thing ? { id: thing.id, label: thing.title ?? thing.fullName ?? thing.name ?? '' } : undefined;

/** A theme is its name: one that is not yet in the dictionary is added to it with the model. */
export const themeNamed = (name: string): Picked => ({ id: name, label: name });

export function valuesOf(model?: ShownModel): ModelValues {
  const items = Object.fromEntries(FORM_ITEMS.map(item => [`form.${item}`, model?.form?.[item] ?? ''])) as Record<`form.${Item}`, string>;
  return {
    title: model?.title ?? '',
    unitId: named(model?.unit),
    roundId: named(model?.round),
    kind: model?.kind ?? 'MODEL',
    subjectKind: model?.subjectKind ?? 'COLLECTIVE',
    personId: named(model?.person),
    sectorId: model?.sector?.id ?? '',
    themes: model?.themes.map(({ name }) => themeNamed(name)) ?? [],
    jointOwnerIds: model?.jointOwners.map(({ id, fullName }) => ({ id, label: fullName })) ?? [],
    place: model?.place ?? '',
    'village.kind': model?.village?.kind ?? 'THON',
    'village.name': model?.village?.name ?? '',
    starts: model?.starts ?? undefined,
    endsOn: model?.endsOn ?? undefined,
    running: model?.running ?? 'PLANNED',
    parentId: named(model?.parent),
    copyOfId: named(model?.copyOf),
    attestedOn: undefined,
    source: '',
    state: 'RECEIVED',
    reason: '',
    ...items,
  };
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What all ways to enter a model have in common. */
export function contentOf(values: ModelValues): Omit<Schema.DraftModelInput, 'title' | 'unitId' | 'subjectKind' | 'roundId' | 'running'> & {
  title: string;
  subjectKind: Schema.SubjectKind;
  kind: Schema.ModelKind;
} {
  return {
    title: values.title,
    kind: values.kind as Schema.ModelKind,
    subjectKind: values.subjectKind as Schema.SubjectKind,
    personId: values.subjectKind === 'COLLECTIVE' ? null : (values.personId?.id ?? null),
    sectorId: values.sectorId || null,
    themes: values.themes.map(({ label }) => label),
    jointOwnerIds: values.jointOwnerIds.map(({ id }) => id),
    place: textOrNull(values.place),
    village: values['village.name'].trim() ? { kind: values['village.kind'] as Schema.VillageKind, name: values['village.name'] } : null,
    starts: values.starts ?? null,
    endsOn: values.endsOn ?? null,
    parentId: values.parentId?.id ?? null,
    copyOfId: values.copyOfId?.id ?? null,
    form: Object.fromEntries(FORM_ITEMS.map(item => [item, textOrNull(values[`form.${item}`])])),
  };
}
