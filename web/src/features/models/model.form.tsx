import { useEffect, useState, type ReactNode } from 'react';
import { FindThemes, ItemsOfRound, LikelyDuplicates } from '#documents/register';
import addresses from '../../api/addresses.json';
import { useRead } from '../../api/read.js';
import { MODELS, PEOPLE, ROUNDS, UNITS, useSectors } from '../../parts/picks/find.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { finder } from '../../ui/finder.js';
import type { FormState } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField, ThingsField } from '../../ui/form.fields.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';
import { Note } from '../../ui/states.js';
import { FORM_ITEMS } from './model.shown.js';
import { themeNamed, type ModelValues } from './model.values.js';

/** Themes that are known, and last what is typed. */
const THEMES = finder(
  FindThemes,
  text => ({ text }),
  ({ themes }, text) => {
    const known = themes.nodes.map(({ name }) => themeNamed(name));
    const typed = text.trim();
    return typed === '' || known.some(({ id }) => id.toLowerCase() === typed.toLowerCase()) ? known : [...known, themeNamed(typed)];
  },
);

/** How a model is entered: registered, changed, or taken from papers of the past. */
export type Way = 'new' | 'edit' | 'past';

/** The fields of a registration form, the same for all ways to enter a model. */
export function ModelFields({ form, way, modelId }: { form: FormState<ModelValues>; way: Way; modelId?: string }): ReactNode {
  const { texts, terms } = useWords();
  const { modelForm, common } = texts;
  const sectors = useSectors();
  const needed = useNeededItems(way === 'past' ? undefined : form.values.roundId?.id);
  return (
    <>
      <Part title={modelForm.general}>
        <div className="form">
          <TextField form={form} name="title" label={modelForm.name} required />
          <div className="form-two">
            <ThingField form={form} name="unitId" label={modelForm.unit} required find={UNITS} />
            {way === 'new' && <ThingField form={form} name="roundId" label={modelForm.round} hint={modelForm.roundHint} find={ROUNDS} />}
          </div>
          <Duplicates form={form} modelId={modelId} />
          {way === 'past' && (
            <div className="form-two">
              <DateField form={form} name="attestedOn" label={modelForm.attestedOn} required partial />
              <ChoiceField form={form} name="state" label={modelForm.state} none={common.unknown} choices={pairs(terms.ModelState)} />
              <TextField form={form} name="source" label={common.source} hint={common.sourceHint} required />
            </div>
          )}
          <div className="form-two">
            <ChoiceField form={form} name="sectorId" label={modelForm.sector} none={modelForm.noSector} choices={sectors} />
            <ThingsField form={form} name="themes" label={modelForm.themes} hint={modelForm.themesHint} find={THEMES} />
          </div>
        </div>
      </Part>
      <Part title={modelForm.items}>
        <p className="quiet form-lead">{modelForm.itemsHint}</p>
        <div className="form-wide">
          {FORM_ITEMS.map(item => (
            <TextField
              key={item}
              form={form}
              name={`form.${item}`}
              label={modelForm.form[item]}
              lines={3}
              hint={form.values[`form.${item}`].trim() === '' ? (needed.has(item) ? modelForm.itemNeeded : modelForm.itemEmpty) : undefined}
            />
          ))}
        </div>
      </Part>
      <Part title={modelForm.who}>
        <div className="form-two">
          <ChoiceField form={form} name="subjectKind" label={modelForm.subjectKind} choices={pairs(terms.SubjectKind)} />
          {form.values.subjectKind !== 'COLLECTIVE' && <ThingField form={form} name="personId" label={modelForm.person} find={PEOPLE} />}
          <ThingsField form={form} name="jointOwnerIds" label={modelForm.jointOwners} hint={modelForm.jointOwnersHint} find={UNITS} />
          <ChoiceField form={form} name="kind" label={modelForm.kind} choices={pairs(terms.ModelKind)} />
          <ThingField form={form} name="parentId" label={modelForm.parent} find={MODELS} />
          <ThingField form={form} name="copyOfId" label={modelForm.copyOf} find={MODELS} />
        </div>
      </Part>
      <Part title={modelForm.when}>
        <div className="form-two">
          <DateField form={form} name="starts" label={modelForm.starts} partial />
          <DateField form={form} name="endsOn" label={modelForm.endsOn} />
          {way !== 'edit' && (
            <ChoiceField
              form={form}
              name="running"
              label={modelForm.running}
              choices={pairs(terms.RunningState)}
              {...(way === 'past' && { none: common.unknown })}
            />
          )}
          <TextField form={form} name="place" label={modelForm.place} hint={modelForm.placeHint} />
          <ChoiceField form={form} name="village.kind" label={modelForm.villageKind} choices={pairs(terms.VillageKind)} />
          <TextField form={form} name="village.name" label={modelForm.villageName} />
        </div>
        {way === 'edit' && <TextField form={form} name="reason" label={modelForm.reason} lines={2} />}
      </Part>
    </>
  );
}

/** What the round asks for when the form is submitted; a draft may be without. */
function useNeededItems(roundId: string | undefined): ReadonlySet<string> {
  const { data } = useRead(ItemsOfRound, { id: roundId ?? '' }, { pause: roundId === undefined });
  const items = data?.node?.__typename === 'RegistrationRound' ? data.node.requiredItems.items : [];
  return new Set(items.map(item => item.toLowerCase()));
}

const PAUSE_MS = 600;
const MIN_LENGTH = 6;

/** Models with a like title, shown before anything is saved: the same one, one that is copied, or another after all. */
function Duplicates({ form, modelId }: { form: FormState<ModelValues>; modelId: string | undefined }): ReactNode {
  const { modelForm } = useWords().texts;
  const { title, unitId, copyOfId } = form.values;
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(title.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [title]);
  const pause = asked.length < MIN_LENGTH || unitId === undefined;
  const { data } = useRead(LikelyDuplicates, { input: { title: asked, unitId: unitId?.id ?? '', exceptId: modelId ?? null } }, { pause });
  const found = pause ? [] : (data?.likelyDuplicates ?? []).filter(({ model }) => model.id !== copyOfId?.id);
  if (found.length === 0) return null;
  return (
    <Note kind="warn" title={modelForm.duplicates}>
      <p>{modelForm.duplicatesHint}</p>
      <ul>
        {found.map(({ model, likeness }) => (
          <li key={model.id}>
            <To to={`/${addresses.models}/${model.id}`}>{model.title}</To>{' '}
            <span className="quiet">{`${model.unit.fullName} · ${model.code} · ${modelForm.alike(likeness)}`}</span>{' '}
            <button type="button" className="link" onClick={() => form.set('copyOfId', { id: model.id, label: model.title })}>
              {modelForm.isCopy}
            </button>
          </li>
        ))}
      </ul>
    </Note>
  );
}
