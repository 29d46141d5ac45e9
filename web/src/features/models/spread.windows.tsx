import type { ReactNode } from 'react';
import {
  AnswerStillAlive,
  PlanInspection,
  RecordInspection,
  RecordReplication,
  type ModelSpreadData,
  type Schema,
} from '#documents/spread';
import { useCommand } from '../../api/command.js';
import { decimalFrom, todayInVietnam } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { MODELS, UNITS } from '../../parts/picks/find.js';
import { useSpreadTexts } from '../../texts/spread.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';

interface Props {
  readonly modelId: string;
  onClose(): void;
}

/** The unit answers the question of the year. */
export function AliveWindow({ modelId, year, onClose }: Props & { readonly year: number }): ReactNode {
  const { language, terms } = useWords();
  const words = useSpreadTexts();
  const { run, running } = useCommand(AnswerStillAlive, { keyed: true });
  const form = useForm(
    { answer: '', words: '', on: undefined as string | undefined, figure: '', figureName: '' },
    `still-alive-${modelId}`,
  );
  const { answer, words: said, on, figure, figureName } = form.values;
  const input = (): Schema.AnswerStillAliveInput => ({
    modelId,
    year,
    answer: answer as Schema.StillAliveAnswerKind,
    words: said || null,
    on: on ?? null,
    figure: decimalFrom(figure, language) || null,
    figureName: figureName || null,
  });
  return (
    <CommandWindow
      title={words.answer}
      form={form}
      needed={['answer']}
      running={running}
      done={words.answered}
      run={() => run(input())}
      onClose={onClose}
    >
      <ChoiceField form={form} name="answer" label={words.answerKind} choices={pairs(terms.StillAliveAnswerKind)} none="" required />
      <TextField form={form} name="words" label={words.words} hint={words.wordsHint} lines={3} />
      <div className="form-two">
        <TextField form={form} name="figure" label={words.figure} hint={words.figureHint} />
        <TextField form={form} name="figureName" label={words.figureName} />
        <DateField form={form} name="on" label={words.on} hint={words.onHint} />
      </div>
    </CommandWindow>
  );
}

export function ReplicationWindow({ modelId, onClose }: Props): ReactNode {
  const words = useSpreadTexts();
  const { run, running } = useCommand(RecordReplication, { keyed: true });
  const form = useForm(
    {
      copyId: undefined as Picked | undefined,
      startedOn: undefined as string | undefined,
      kept: '',
      changed: '',
      dropped: '',
      conditions: '',
      originResults: '',
      copyResults: '',
      lessons: '',
      source: '',
    },
    `replication-${modelId}`,
  );
  const { copyId, startedOn, ...said } = form.values;
  const input = (): Schema.RecordReplicationInput => ({
    originId: modelId,
    copyId: copyId?.id ?? '',
    startedOn: startedOn ?? null,
    ...Object.fromEntries(Object.entries(said).map(([name, text]) => [name, text || null])),
  });
  return (
    <CommandWindow
      title={words.record}
      form={form}
      needed={['copyId']}
      running={running}
      done={words.recorded}
      run={() => run(input())}
      onClose={onClose}
    >
      <ThingField form={form} name="copyId" label={words.copy} hint={words.copyHint} find={MODELS} required />
      <DateField form={form} name="startedOn" label={words.startedOn} partial />
      <div className="form-two">
        <TextField form={form} name="kept" label={words.kept} lines={2} />
        <TextField form={form} name="changed" label={words.changed} lines={2} />
        <TextField form={form} name="dropped" label={words.dropped} lines={2} />
        <TextField form={form} name="conditions" label={words.conditions} lines={2} />
        <TextField form={form} name="originResults" label={words.originResults} lines={2} />
        <TextField form={form} name="copyResults" label={words.copyResults} lines={2} />
      </div>
      <TextField form={form} name="lessons" label={words.lessons} lines={2} />
      <TextField form={form} name="source" label={words.source} />
    </CommandWindow>
  );
}

export function PlanWindow({ modelId, onClose }: Props): ReactNode {
  const words = useSpreadTexts();
  const { run, running } = useCommand(PlanInspection, { keyed: true });
  const form = useForm({ unitId: undefined as Picked | undefined, plannedOn: undefined as string | undefined, team: '' });
  const { unitId, plannedOn, team } = form.values;
  return (
    <CommandWindow
      title={words.plan}
      form={form}
      needed={['unitId', 'plannedOn']}
      running={running}
      run={() => run({ modelId, unitId: unitId?.id ?? '', plannedOn: plannedOn ?? '', team: team || null })}
      onClose={onClose}
    >
      <ThingField form={form} name="unitId" label={words.unit} find={UNITS} required />
      <DateField form={form} name="plannedOn" label={words.plannedOn} required />
      <TextField form={form} name="team" label={words.team} />
    </CommandWindow>
  );
}

type Planned = NonNullable<ModelSpreadData['model']>['inspections'][number];

/** What an inspection found; of a planned one, the unit that planned it held it. */
export function InspectionWindow({ modelId, planned, onClose }: Props & { readonly planned: Planned | undefined }): ReactNode {
  const words = useSpreadTexts();
  const { run, running } = useCommand(RecordInspection, { keyed: true });
  const form = useForm({
    unitId: (planned && { id: planned.unit.id, label: planned.unit.fullName }) as Picked | undefined,
    heldOn: todayInVietnam() as string | undefined,
    team: planned?.team ?? '',
    findings: '',
    paper: '',
  });
  const { unitId, heldOn, team, findings, paper } = form.values;
  const input = (): Schema.RecordInspectionInput => ({
    modelId,
    unitId: unitId?.id ?? '',
    plannedId: unitId?.id === planned?.unit.id ? (planned?.id ?? null) : null,
    heldOn: heldOn ?? '',
    team,
    findings,
    paper: paper || null,
  });
  return (
    <CommandWindow
      title={words.recordInspection}
      form={form}
      needed={['unitId', 'heldOn', 'team', 'findings']}
      running={running}
      run={() => run(input())}
      onClose={onClose}
    >
      <ThingField form={form} name="unitId" label={words.unit} find={UNITS} required />
      <DateField form={form} name="heldOn" label={words.heldOn} required />
      <TextField form={form} name="team" label={words.team} required />
      <TextField form={form} name="findings" label={words.findings} lines={4} required />
      <TextField form={form} name="paper" label={words.paper} />
    </CommandWindow>
  );
}
