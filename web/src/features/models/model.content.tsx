import type { ReactNode } from 'react';
import addresses from '../../api/addresses.json';
import { dayText, partialText } from '../../api/format.js';
import { useWords } from '../../texts/texts.context.js';
import { To } from '../../ui/link.js';
import { Facts, Part } from '../../ui/page.js';
import { FORM_ITEMS, type ShownModel } from './model.shown.js';

/** What the model is, and the items of its registration form. */
export function ModelContent({ model }: { model: ShownModel }): ReactNode {
  const { texts, terms } = useWords();
  const { models, modelForm } = texts;
  const written = FORM_ITEMS.filter(item => model.form?.[item]);
  const heads = models.columns;
  return (
    <>
      <Part title={models.facts}>
        <Facts
          of={[
            [heads.unit, <To to={`/${addresses.units}/${model.unit.id}`}>{model.unit.fullName}</To>],
            [models.jointOwners, model.jointOwners.length > 0 && model.jointOwners.map(({ fullName }) => fullName).join(', ')],
            [heads.kind, terms.ModelKind[model.kind]],
            [heads.subjectKind, terms.SubjectKind[model.subjectKind]],
            [models.person, model.person && <To to={`/${addresses.people}/${model.person.id}`}>{model.person.name}</To>],
            [heads.sector, model.sector?.name],
            [models.themes, model.themes.map(({ name }) => name).join(', ')],
            [heads.village, model.village && `${terms.VillageKind[model.village.kind]} ${model.village.name}`],
            [models.place, model.place],
            [models.starts, partialText(model.starts)],
            [models.endsOn, dayText(model.endsOn)],
            [models.parent, model.parent && <To to={`/${addresses.models}/${model.parent.id}`}>{model.parent.title}</To>],
            [models.copyOf, model.copyOf && <To to={`/${addresses.models}/${model.copyOf.id}`}>{model.copyOf.title}</To>],
            [heads.round, model.round && <To to={`/${addresses.rounds}/${model.round.id}`}>{model.round.name}</To>],
            [
              models.movement,
              model.round && <To to={`/${addresses.movements}/${model.round.movement.id}`}>{model.round.movement.name}</To>,
            ],
            [heads.holder, model.holder?.fullName],
            [heads.attestedOn, partialText(model.attestedOn)],
            [models.source, model.source],
          ]}
        />
      </Part>
      <Part title={models.content}>
        {written.length === 0 ? (
          <p className="quiet">{models.noContent}</p>
        ) : (
          <div className="items">
            {written.map(item => (
              <div key={item}>
                <h3>{modelForm.form[item]}</h3>
                <p className="prose">{model.form?.[item]}</p>
              </div>
            ))}
            {written.length < FORM_ITEMS.length && <p className="quiet no-print">{models.missing(FORM_ITEMS.length - written.length)}</p>}
          </div>
        )}
      </Part>
    </>
  );
}
