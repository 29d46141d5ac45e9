import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '#documents/commendations';
import { wholeFrom } from '../../api/format.js';
import type { Problem } from '../../api/problem.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { DayField } from '../../ui/day.field.js';
import type { Picked } from '../../ui/finder.js';
import { PickField } from '../../ui/pick.field.js';
import { MODELS, PEOPLE, UNITS } from '../picks/find.js';

/** One line of a decision or a proposal as it is typed. */
export interface Line {
  readonly key: string;
  readonly form: Schema.CommendationForm;
  readonly kind: Schema.SubjectKind;
  readonly name: string;
  readonly post: string;
  readonly unitName: string;
  readonly reason: string;
  readonly personId: Picked | undefined;
  readonly unitId: Picked | undefined;
  readonly modelId: Picked | undefined;
  /** The result of a round on which it rests. */
  readonly evaluationId: string | null;
  /** Of a list without names. */
  readonly count: string;
  readonly periodFrom: string | undefined;
  readonly periodTo: string | undefined;
}

/** @param like the line before: the next one is mostly of the same form, for the same achievement. */
export const emptyLine = (like?: Line): Line => ({
  key: crypto.randomUUID(),
  form: like?.form ?? 'GIAY_KHEN',
  kind: like?.kind ?? 'COLLECTIVE',
  name: '',
  post: '',
  unitName: '',
  reason: like?.reason ?? '',
  personId: undefined,
  unitId: undefined,
  modelId: undefined,
  evaluationId: null,
  count: '',
  periodFrom: like?.periodFrom,
  periodTo: like?.periodTo,
});

export const commendedOf = (line: Line): Schema.CommendedInput => {
  const { form, kind, name, post, unitName, reason, personId, unitId, modelId, evaluationId, count, periodFrom, periodTo } = line;
  return {
    form,
    kind,
    reason,
    evaluationId,
    count: wholeFrom(count),
    periodFrom: periodFrom ?? null,
    periodTo: periodTo ?? null,
    name: name || null,
    post: post || null,
    unitName: unitName || null,
    personId: personId?.id ?? null,
    unitId: unitId?.id ?? null,
    modelId: modelId?.id ?? null,
  };
};

/** A number that is none would reach the server as one that is not known. */
export const wrongCounts = (lines: readonly Line[], field: string, message: string): Problem[] =>
  lines.flatMap(({ count }, at) =>
    Number.isNaN(wholeFrom(count)) ? [{ code: 'NUMBER', message, field: [field, String(at), 'count'] }] : [],
  );

interface Props {
  readonly number: number;
  readonly line: Line;
  error(field: string): string | undefined;
  onChange(line: Line): void;
  readonly onRemove: (() => void) | undefined;
  /** More of the line. */
  readonly children?: ReactNode;
}

export function LineFields({ number, line, error, onChange, onRemove, children }: Props): ReactNode {
  const { terms } = useWords();
  const { commendations } = useCommendationTexts();
  const text = (name: 'name' | 'post' | 'unitName' | 'count', label: string, hint?: string): ReactNode => (
    <TextInput
      label={label}
      description={hint}
      value={line[name]}
      error={error(name)}
      onChange={event => onChange({ ...line, [name]: event.currentTarget.value })}
      autoComplete="off"
    />
  );
  return (
    <fieldset className="choices">
      <legend>{commendations.line(number)}</legend>
      <div className="form-two">
        <NativeSelect
          label={commendations.columns.form}
          value={line.form}
          error={error('form')}
          onChange={event => onChange({ ...line, form: event.currentTarget.value as Schema.CommendationForm })}
          data={pairs(terms.CommendationForm).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={commendations.kind}
          value={line.kind}
          error={error('kind')}
          onChange={event => onChange({ ...line, kind: event.currentTarget.value as Schema.SubjectKind })}
          data={pairs(terms.SubjectKind).map(([value, label]) => ({ value, label }))}
        />
        <PickField
          label={commendations.person}
          value={line.personId}
          error={error('personId')}
          onChange={personId => onChange({ ...line, personId })}
          find={PEOPLE}
        />
        <PickField
          label={commendations.unit}
          value={line.unitId}
          error={error('unitId')}
          onChange={unitId => onChange({ ...line, unitId })}
          find={UNITS}
        />
        {text('name', commendations.name, commendations.nameHint)}
        <PickField
          label={commendations.model}
          value={line.modelId}
          error={error('modelId')}
          onChange={modelId => onChange({ ...line, modelId })}
          find={MODELS}
        />
        {text('post', commendations.post)}
        {text('unitName', commendations.unitName)}
        {text('count', commendations.count)}
        <DayField
          label={commendations.periodFrom}
          value={line.periodFrom}
          error={error('periodFrom')}
          onChange={periodFrom => onChange({ ...line, periodFrom })}
        />
        <DayField
          label={commendations.periodTo}
          value={line.periodTo}
          error={error('periodTo')}
          onChange={periodTo => onChange({ ...line, periodTo })}
        />
      </div>
      <Textarea
        label={commendations.reason}
        required
        value={line.reason}
        error={error('reason')}
        rows={2}
        onChange={event => onChange({ ...line, reason: event.currentTarget.value })}
      />
      {children}
      {onRemove && (
        <Button variant="subtle" size="compact-sm" onClick={onRemove}>
          {commendations.removeLine}
        </Button>
      )}
    </fieldset>
  );
}
