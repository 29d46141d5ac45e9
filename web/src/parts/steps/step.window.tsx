import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { StepRows } from '#documents/steps';
import { useCommand } from '../../api/command.js';
import { inInput } from '../../api/problem.js';
import { useTexts, useTerms } from '../../texts/texts.context.js';
import { Badge } from '../../ui/badge.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import type { Picked } from '../../ui/finder.js';
import { useSay } from '../../ui/toast.js';
import { Window } from '../../ui/window.js';
import { DECISIONS } from '../picks/find.js';
import { STEPS, type StepName } from './step.commands.js';

interface SteppedModel {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

type Rows = NonNullable<StepRows['rows']>;

interface Props {
  readonly step: StepName;
  readonly models: readonly SteppedModel[];
  /** @param done how many took the step */
  onClose(done: number): void;
}

/** One step for one model or for many: what it needs is asked for, and each model has its answer. */
export function StepWindow({ step, models, onClose }: Props): ReactNode {
  const texts = useTexts();
  const { steps } = texts;
  const { document, asks } = STEPS[step];
  const say = useSay();
  const form = useForm({
    reason: '',
    decisionId: undefined as Picked | undefined,
    level: '',
    on: undefined as string | undefined,
    deviationReason: '',
    source: '',
  });
  const command = useCommand(document, { keyed: true });
  const [rows, setRows] = useState<Rows>();
  const has = (ask: 'reason' | 'decision' | 'level' | 'source'): boolean => (asks as readonly string[]).includes(ask);
  const { reason, decisionId, level, on, deviationReason, source } = form.values;

  const send = async (): Promise<void> => {
    const outcome = await command.run({
      models: models.map(({ id, version }) => ({ id, expectedVersion: version })),
      on: on ?? null,
      ...(reason.trim() && { reason }),
      ...(decisionId && { decisionId: decisionId.id }),
      ...(level && { level }),
      ...(deviationReason.trim() && { deviationReason }),
      ...(source.trim() && { source }),
    } as never);
    if (!outcome.done) return form.refuse(outcome.problems);
    const answered = (outcome.payload as StepRows).rows ?? [];
    const refused = answered.filter(({ userErrors }) => userErrors.length > 0);
    if (refused.length === 0) {
      say(steps.done(steps.names[step], answered.length));
      return onClose(answered.length);
    }
    if (models.length > 1) return setRows(answered);
    // Of one model the answer belongs to the form.
    return form.refuse(
      refused[0]!.userErrors.map(inInput).map(problem => ({ ...problem, field: problem.field[0] === 'models' ? [] : problem.field })),
    );
  };

  if (rows)
    return (
      <Answers
        rows={rows}
        models={models}
        title={steps.names[step]}
        onClose={() => onClose(rows.filter(({ userErrors }) => userErrors.length === 0).length)}
      />
    );
  return (
    <Window title={steps.names[step]} onClose={() => onClose(0)}>
      <p className="quiet">{models.length === 1 ? models[0]!.title : steps.many(models.length)}</p>
      <FormFrame form={form} running={command.running} submit={steps.names[step]} onSubmit={() => void send()} onCancel={() => onClose(0)}>
        {has('reason') && <TextField form={form} name="reason" label={texts.common.reason} hint={steps.reasonHint} required lines={3} />}
        {has('decision') && (
          <ThingField
            form={form}
            name="decisionId"
            label={steps.decision}
            hint={steps.decisionHint}
            find={DECISIONS}
            required={step === 'recognise' || step === 'revoke'}
          />
        )}
        {has('level') && <Level form={form} />}
        {has('source') && <TextField form={form} name="source" label={texts.common.source} hint={texts.common.sourceHint} required />}
        <DateField form={form} name="on" label={texts.common.on} hint={texts.common.onHint} partial />
        {!has('reason') && !has('decision') && <TextField form={form} name="reason" label={steps.note} lines={2} />}
        {has('level') && (
          <details className="more">
            <summary>{steps.deviates}</summary>
            <div className="form">
              <TextField form={form} name="deviationReason" label={steps.deviationReason} lines={2} />
              <TextField form={form} name="source" label={texts.common.source} hint={steps.sourceHint} />
            </div>
          </details>
        )}
      </FormFrame>
    </Window>
  );
}

function Level({
  form,
}: {
  form: ReturnType<
    typeof useForm<{
      reason: string;
      decisionId: Picked | undefined;
      level: string;
      on: string | undefined;
      deviationReason: string;
      source: string;
    }>
  >;
}): ReactNode {
  const { steps } = useTexts();
  const { RecognitionLevel } = useTerms();
  return <ChoiceField form={form} name="level" label={steps.level} required none="" choices={pairs(RecognitionLevel)} />;
}

function Answers({
  rows,
  models,
  title,
  onClose,
}: {
  rows: Rows;
  models: readonly SteppedModel[];
  title: string;
  onClose: () => void;
}): ReactNode {
  const { steps, common } = useTexts();
  return (
    <Window title={title} onClose={onClose}>
      <p className="quiet">{steps.answers}</p>
      <ul className="answers">
        {rows.map(({ userErrors }, index) => (
          <li key={models[index]!.id}>
            <Badge tone={userErrors.length === 0 ? 'good' : 'bad'}>{userErrors.length === 0 ? steps.wasDone : steps.wasRefused}</Badge>{' '}
            <span>{models[index]!.title}</span>
            {userErrors.map(({ code, message }) => (
              <p key={code} className="quiet">
                {message}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <Button onClick={onClose}>{common.close}</Button>
    </Window>
  );
}
