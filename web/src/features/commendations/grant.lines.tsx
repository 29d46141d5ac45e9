import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '#documents/commendations';
import { MODELS, PEOPLE, UNITS } from '../../parts/picks/find.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { Picked } from '../../ui/finder.js';
import { PickField } from '../../ui/pick.field.js';

/** One line of a decision as it is typed. */
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
});

export const commendedOf = ({ form, kind, name, post, unitName, reason, personId, unitId, modelId }: Line): Schema.CommendedInput => ({
  form,
  kind,
  reason,
  name: name || null,
  post: post || null,
  unitName: unitName || null,
  personId: personId?.id ?? null,
  unitId: unitId?.id ?? null,
  modelId: modelId?.id ?? null,
});

interface Props {
  readonly number: number;
  readonly line: Line;
  error(field: string): string | undefined;
  onChange(line: Line): void;
  readonly onRemove: (() => void) | undefined;
}

export function LineFields({ number, line, error, onChange, onRemove }: Props): ReactNode {
  const { terms } = useWords();
  const { commendations } = useCommendationTexts();
  const text = (name: 'name' | 'post' | 'unitName', label: string, hint?: string): ReactNode => (
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
      </div>
      <Textarea
        label={commendations.reason}
        required
        value={line.reason}
        error={error('reason')}
        rows={2}
        onChange={event => onChange({ ...line, reason: event.currentTarget.value })}
      />
      {onRemove && (
        <Button variant="subtle" size="compact-sm" onClick={onRemove}>
          {commendations.removeLine}
        </Button>
      )}
    </fieldset>
  );
}
