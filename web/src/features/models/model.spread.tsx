import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ModelSpread, type ModelSpreadData } from '#documents/spread';
import { AttachInspectionFile, DetachInspectionFile } from '#documents/spread-records';
import addresses from '../../api/addresses.json';
import { useDay } from '../../api/day.js';
import { dayText, decimalText, numberText, partialText } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { RecordFiles } from '../../parts/files/record.files.js';
import { useSpreadTexts } from '../../texts/spread.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { To } from '../../ui/link.js';
import { Facts, Part } from '../../ui/page.js';
import { Reading } from '../../ui/states.js';
import { CopyPlans, PlanCopyWindow } from './copy.plans.js';
import { CopyTree } from './copy.tree.js';
import { AnswerDoings, CopyDoings, InspectionDoings } from './spread.doings.js';
import { AliveWindow, InspectionWindow, PlanWindow, ReplicationWindow } from './spread.windows.js';

type Shown = NonNullable<ModelSpreadData['model']>;
type Doing = 'alive' | 'copy' | 'planCopy' | 'plan' | 'inspection';

/** The steps of the list of what waits that are done here. */
const STEPS: Readonly<Record<string, Doing>> = { ANSWER_STILL_ALIVE: 'alive', RECORD_INSPECTION: 'inspection' };

/** How the model goes on: whether it still runs, who copies it, and what inspections found. */
export function ModelSpreadParts({ id }: { id: string }): ReactNode {
  const read = useRead(ModelSpread, { id, asOf: useDay() });
  return <Reading of={read}>{({ model }) => model && <Parts of={model} />}</Reading>;
}

function Parts({ of }: { of: Shown }): ReactNode {
  const words = useSpreadTexts();
  const may = useMay();
  const isPast = useDay() !== undefined;
  const [params, setParams] = useSearchParams();
  const [doing, setDoing] = useState<Doing | undefined>(STEPS[params.get('buoc') ?? '']);
  const close = (): void => {
    setDoing(undefined);
    if (params.has('buoc')) setParams(old => (old.delete('buoc'), old), { replace: true });
  };
  const button = (action: string, label: string, next: Doing): ReactNode =>
    may(action) &&
    !isPast && (
      <Button variant="default" size="compact-sm" className="no-print" onClick={() => setDoing(next)}>
        {label}
      </Button>
    );
  const isAsked = of.stillAlive !== null && of.stillAlive.answer === null && of.stillAlive.silence !== 'NOT_ASKED_YET';
  const planned = of.inspections.find(({ heldOn }) => heldOn === null);
  return (
    <>
      <Part title={words.alive} actions={isAsked && button('stillAlive.answer', words.answer, 'alive')}>
        <Alive of={of} />
      </Part>
      <Part
        title={words.spread}
        actions={
          <div className="buttons">
            {button('replication.plan', words.planCopy, 'planCopy')}
            {button('replication.record', words.record, 'copy')}
          </div>
        }
      >
        <Spread of={of} />
        <CopyPlans originId={of.id} />
      </Part>
      <Part
        title={words.inspections}
        actions={
          <div className="buttons">
            {button('inspection.record', words.plan, 'plan')}
            {button('inspection.record', words.recordInspection, 'inspection')}
          </div>
        }
      >
        <Inspections of={of.inspections} />
      </Part>
      {doing === 'alive' && of.stillAlive && <AliveWindow modelId={of.id} year={of.stillAlive.year} onClose={close} />}
      {doing === 'copy' && <ReplicationWindow modelId={of.id} onClose={close} />}
      {doing === 'planCopy' && <PlanCopyWindow originId={of.id} onClose={close} />}
      {doing === 'plan' && <PlanWindow modelId={of.id} onClose={close} />}
      {doing === 'inspection' && <InspectionWindow modelId={of.id} planned={planned} onClose={close} />}
    </>
  );
}

const TONES: Readonly<Record<string, Tone>> = { RUNNING: 'good', CHANGED: 'open', STOPPED: 'bad' };

function Alive({ of: { stillAlive, stillAliveAnswers } }: { of: Shown }): ReactNode {
  const { language, terms } = useWords();
  const words = useSpreadTexts();
  if (!stillAlive && stillAliveAnswers.length === 0) return <p className="quiet">{words.neverAsked}</p>;
  return (
    <>
      {stillAlive && (
        <p>
          {stillAlive.askedOn ? words.asked(stillAlive.year, dayText(stillAlive.askedOn)) : words.notAsked(stillAlive.year)}{' '}
          {stillAlive.silence && stillAlive.askedOn && <Badge tone="warn">{terms.StillAliveSilence[stillAlive.silence]}</Badge>}
        </p>
      )}
      <ul className="plain-list">
        {stillAliveAnswers.toReversed().map(one => (
          <li key={one.id}>
            <Badge tone={TONES[one.answer] ?? 'plain'}>{terms.StillAliveAnswerKind[one.answer]}</Badge>{' '}
            {words.inYear(one.year, dayText(one.on))}
            {one.figure && ` · ${decimalText(one.figure, language)} ${one.figureName ?? ''}`} <AnswerDoings of={one} />
            {one.words && <p className="prose">{one.words}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Spread({ of }: { of: Shown }): ReactNode {
  const { id, spread, replications } = of;
  const { language } = useWords();
  const words = useSpreadTexts();
  if (spread.copies === 0 && replications.nodes.length === 0) return <p className="quiet">{words.noSpread}</p>;
  const number = (value: number): string => numberText(value, language);
  return (
    <>
      <Facts
        of={[
          [words.direct, number(spread.directCopies)],
          [words.all, number(spread.copies)],
          [words.depth, number(spread.depth)],
          [words.undated, spread.undated > 0 && number(spread.undated)],
          ...spread.survival
            .filter(({ copies }) => copies > 0)
            .map(({ years, alive, copies }) => [words.survival(years), words.survived(number(alive), number(copies))] as const),
        ]}
      />
      <h3>{words.tree}</h3>
      <CopyTree id={id} />
      <ul className="plain-list">
        {replications.nodes.map(one => (
          <li key={one.id}>
            <details className="more">
              <summary>
                {one.copy.title} {one.startedOn && words.started(partialText(one.startedOn))}
              </summary>
              <Facts
                of={[
                  [words.copy, <To to={`/${addresses.models}/${one.copy.id}`}>{one.copy.title}</To>],
                  [words.kept, one.kept],
                  [words.changed, one.changed],
                  [words.dropped, one.dropped],
                  [words.conditions, one.conditions],
                  [words.originResults, one.originResults],
                  [words.copyResults, one.copyResults],
                  [words.lessons, one.lessons],
                  [words.source, one.declared ? words.declared : one.source],
                ]}
              />
              <CopyDoings of={one} origin={of} />
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

function Inspections({ of }: { of: Shown['inspections'] }): ReactNode {
  const words = useSpreadTexts();
  const isPast = useDay() !== undefined;
  const canChange = useMay()('inspection.record') && !isPast;
  if (of.length === 0) return <p className="quiet">{words.noInspections}</p>;
  return (
    <ul className="plain-list">
      {of.map(one => (
        <li key={one.id}>
          <To to={`/${addresses.units}/${one.unit.id}`}>{one.unit.fullName}</To>{' '}
          {one.heldOn ? words.held(dayText(one.heldOn)) : <Badge tone="open">{words.planned(dayText(one.plannedOn))}</Badge>}{' '}
          <InspectionDoings of={one} />
          <p className="quiet">{[one.team, one.paper].filter(Boolean).join(' · ')}</p>
          {one.findings && <p className="prose">{one.findings}</p>}
          <RecordFiles
            of={one}
            files={one.files}
            kind={words.inspectionFiles}
            purpose="INSPECTION"
            attach={AttachInspectionFile}
            detach={DetachInspectionFile}
            canChange={canChange && one.heldOn !== null}
          />
        </li>
      ))}
    </ul>
  );
}
