import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { RestoreModelVersion } from '#documents/known';
import { ModelFamily as Family, ModelHistory } from '#documents/model';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, momentText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { toneOfState } from '../../parts/model.tones.js';
import { Story } from '../../parts/story.js';
import { useWords, wordIn } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Part } from '../../ui/page.js';
import { Reading } from '../../ui/states.js';
import { FactDoings } from './model.known.js';
import type { ShownModel } from './model.shown.js';

/** How its file went: recognitions, then the steps, the latest first; and the whole trail when asked for. */
export function ModelPast({ model }: { model: ShownModel }): ReactNode {
  const { texts, terms } = useWords();
  const { models } = texts;
  const [told, setTold] = useState(false);
  // That its running begins with its registration goes without saying.
  const steps = model.steps.filter(({ lifecycle, action }) => lifecycle === 'FILE' || action !== 'draft').toReversed();
  return (
    <>
      {(model.recognitions.length > 0 || model.facts.length > 0) && (
        <Part title={models.recognitions}>
          <ul className="plain-list">
            {model.recognitions.map(({ level, on, revokedOn, decision, source }) => (
              <li key={`${level} ${on}`}>
                <Badge tone={revokedOn ? 'bad' : 'good'}>{terms.RecognitionLevel[level]}</Badge> {partialText(on)}
                {decision && (
                  <>
                    {' '}
                    · <To to={`/${addresses.decisions}/${decision.id}`}>{decision.number ?? texts.common.unknown}</To>
                  </>
                )}
                {source && <p className="quiet">{source}</p>}
                {revokedOn && (
                  <p>
                    {models.revokedOn} {dayText(revokedOn)}
                  </p>
                )}
              </li>
            ))}
            {model.facts.map(fact => (
              <li key={`${fact.kind} ${fact.on} ${fact.level}`}>
                {terms.ModelFactKind[fact.kind]} {fact.level && `(${terms.RecognitionLevel[fact.level]})`} {dayText(fact.on)}{' '}
                <FactDoings model={model} fact={fact} />
                <p className="quiet">{fact.source}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={models.steps}>
        <ol className="story">
          {steps.map(step => (
            <li key={`${step.lifecycle} ${step.action} ${step.at}`}>
              <p>
                <strong>{wordIn(texts.steps.names, step.action)}</strong> {partialText(step.on)}
              </p>
              <p className="quiet">
                {step.actor} · {momentText(step.at)}
                {step.holder && ` · ${step.holder.fullName}`}
              </p>
              {step.reason && <p className="prose">{step.reason}</p>}
              {step.decision && <To to={`/${addresses.decisions}/${step.decision.id}`}>{step.decision.number ?? texts.steps.decision}</To>}
            </li>
          ))}
        </ol>
        {told ? (
          <Trail of={model} />
        ) : (
          <Button variant="subtle" size="compact-sm" className="no-print" onClick={() => setTold(true)}>
            {models.showStory}
          </Button>
        )}
      </Part>
    </>
  );
}

function Trail({ of }: { of: ShownModel }): ReactNode {
  const { models } = useWords().texts;
  const may = useMay();
  const read = useRead(ModelHistory, { id: of.id });
  const restore = may('model.edit') && !of.trashed ? { command: RestoreModelVersion, of } : undefined;
  return (
    <>
      <h3>{models.story}</h3>
      <Reading of={read}>{({ model }) => <Story of={model?.history ?? []} restore={restore} />}</Reading>
    </>
  );
}

export function ModelRegistrations({ model: { registrations } }: { model: ShownModel }): ReactNode {
  const { texts, terms } = useWords();
  if (registrations.length < 2) return null;
  return (
    <Part title={texts.models.registrations}>
      <ul className="plain-list">
        {registrations.map(({ id, openedOn, state, round, holder }) => (
          <li key={id}>
            {dayText(openedOn)} {round && <To to={`/${addresses.rounds}/${round.id}`}>{round.name}</To>}{' '}
            {state && <Badge tone={toneOfState(state)}>{terms.ModelState[state]}</Badge>}
            {holder && <p className="quiet">{holder.fullName}</p>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function ModelFamily({ id }: { id: string }): ReactNode {
  const { texts, terms } = useWords();
  const read = useRead(Family, { id, asOf: useDay() });
  const family = read.data?.model;
  if (!family || family.children.nodes.length === 0) return null;
  return (
    <Part title={texts.models.children}>
      <ul className="plain-list">
        {family.children.nodes.map(model => (
          <li key={model.id}>
            <To to={`/${addresses.models}/${model.id}`}>{model.title}</To> <span className="quiet">{model.unit.fullName}</span>{' '}
            {model.state && <Badge tone={toneOfState(model.state)}>{terms.ModelState[model.state]}</Badge>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
