import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Model } from '#documents/model';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { momentText } from '../../api/format.js';
import { toneOfRunning, toneOfState } from '../../parts/model.tones.js';
import { STEPS, stepNamed, type StepName } from '../../parts/steps/step.commands.js';
import { StepWindow } from '../../parts/steps/step.window.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { icons } from '../../ui/icons.js';
import { To } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { NotFound, Note, Reading } from '../../ui/states.js';
import { ModelContent } from './model.content.js';
import { ModelFiles } from './model.files.js';
import { ModelLife } from './model.life.js';
import { ModelFamily, ModelPast, ModelRegistrations } from './model.past.js';
import type { ShownModel } from './model.shown.js';
import { ModelSpreadParts } from './model.spread.js';

export function ModelPage(): ReactNode {
  const { id = '' } = useParams();
  const read = useRead(Model, { id, asOf: useDay() });
  return <Reading of={read}>{({ model }) => (model ? <Whole model={model} /> : <NotFound />)}</Reading>;
}

function Whole({ model }: { model: ShownModel }): ReactNode {
  const { texts, terms } = useWords();
  const may = useMay();
  const isPast = useDay() !== undefined;
  const { models } = texts;
  return (
    <Page
      title={model.title}
      above={
        <>
          <To to={`/${addresses.models}`}>{models.title}</To> · <span className="code">{model.code}</span>
        </>
      }
      badge={
        <>
          {model.state ? (
            <Badge tone={toneOfState(model.state)}>{terms.ModelState[model.state]}</Badge>
          ) : (
            <Badge tone="plain">{models.noState}</Badge>
          )}{' '}
          {model.running && <Badge tone={toneOfRunning(model.running)}>{terms.RunningState[model.running]}</Badge>}
        </>
      }
      below={<To to={`/${addresses.units}/${model.unit.id}`}>{model.unit.path}</To>}
      actions={
        <Button variant="default" leftSection={icons.print} onClick={() => print()}>
          {texts.common.print}
        </Button>
      }
    >
      {model.trashed && <Note kind="warn" title={models.trashed} />}
      {model.mergedInto && (
        <Note kind="warn" title={models.mergedInto}>
          <To to={`/${addresses.models}/${model.mergedInto.id}`}>{model.mergedInto.title}</To>
        </Note>
      )}
      {model.state === 'RETURNED' && model.latestStep && (
        <Note kind="warn" title={models.returned}>
          <p className="prose">{model.latestStep.reason}</p>
          <p className="quiet">{models.returnedBy(model.latestStep.actor, momentText(model.latestStep.at))}</p>
          {may('model.edit') && <To to={`/${addresses.models}/${model.id}/sua`}>{models.mend}</To>}
        </Note>
      )}
      {!isPast && <Steps model={model} />}
      <div className="columns">
        <div>
          <ModelContent model={model} />
          <ModelFiles model={model} canChange={may('model.edit') && !isPast} />
          {model.childCount > 0 && <ModelFamily id={model.id} />}
          <ModelSpreadParts id={model.id} />
        </div>
        <div>
          <ModelPast model={model} />
          <ModelRegistrations model={model} />
        </div>
      </div>
    </Page>
  );
}

/** The steps that can be taken, first those that lead on; and why the others cannot, in the server's words. */
function Steps({ model }: { model: ShownModel }): ReactNode {
  const { models } = useWords().texts;
  const [params, setParams] = useSearchParams();
  const named = stepNamed(params.get('buoc') ?? undefined);
  const [step, setStep] = useState<StepName | undefined>(
    model.actions.some(({ name, allowed }) => allowed && name === named) ? named : undefined,
  );
  const possible = model.actions.flatMap(({ name, label, allowed }) => {
    const known = stepNamed(name);
    return allowed && known ? [{ name: known, label }] : [];
  });
  const [easy, hard] = [possible.filter(({ name }) => !STEPS[name].isHard), possible.filter(({ name }) => STEPS[name].isHard)];
  const blocked = model.actions.filter(({ allowed, blockedBy }) => !allowed && blockedBy.length > 0);
  const close = (): void => {
    setStep(undefined);
    if (params.has('buoc')) {
      setParams(
        old => {
          old.delete('buoc');
          return old;
        },
        { replace: true },
      );
    }
  };
  return (
    <div className="steps no-print">
      <div className="buttons">
        {easy.map(({ name, label }, index) => (
          <Button key={name} variant={index === 0 ? 'filled' : 'default'} onClick={() => setStep(name)}>
            {label}
          </Button>
        ))}
        {hard.map(({ name, label }) => (
          <Button key={name} variant="default" onClick={() => setStep(name)}>
            {label}
          </Button>
        ))}
        <ModelLife model={model} />
      </div>
      {blocked.length > 0 && (
        <details className="more">
          <summary>{models.why}</summary>
          <ul className="plain-list">
            {blocked.map(({ name, label, blockedBy }) => (
              <li key={name}>
                <strong>{label}</strong> — {blockedBy.map(({ message }) => message).join(' ')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {step && <StepWindow step={step} models={[model]} onClose={close} />}
    </div>
  );
}
