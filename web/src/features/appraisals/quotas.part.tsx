import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { QuotaRules, SetQuotas, type Schema } from '#documents/appraisal-quotas';
import { useCommand } from '../../api/command.js';
import { wholeFrom } from '../../api/format.js';
import { useMay } from '../../api/me.context.js';
import { useRead } from '../../api/read.js';
import { CommandWindow } from '../../parts/command.window.js';
import { QuotaTable } from '../../parts/quotas/quota.table.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField } from '../../ui/form.fields.js';
import type { ShownAppraisal } from './appraisal.shown.js';

/** How many may be granted from the results of the round. */
export function QuotasPart({ round }: { round: ShownAppraisal }): ReactNode {
  const { quotas } = useProposalTexts();
  const [open, setOpen] = useState(false);
  const may = useMay();
  return (
    <>
      <QuotaTable
        of={round.commendationQuotas}
        actions={
          may('appraisal.manage') && (
            <Button variant="default" size="compact-sm" className="no-print" onClick={() => setOpen(true)}>
              {quotas.set}
            </Button>
          )
        }
      />
      {open && <QuotasWindow round={round} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly block: string;
  readonly form: Schema.CommendationForm;
  readonly kind: Schema.SubjectKind;
  readonly most: string;
  readonly basis: string;
}

const emptyLine = (like?: Line): Line => ({
  key: crypto.randomUUID(),
  block: like?.block ?? '',
  form: like?.form ?? 'GIAY_KHEN',
  kind: like?.kind ?? 'COLLECTIVE',
  most: '',
  basis: like?.basis ?? '',
});

function QuotasWindow({ round, onClose }: { round: ShownAppraisal; onClose: () => void }): ReactNode {
  const { quotas, proposals } = useProposalTexts();
  const { data } = useRead(QuotaRules, {});
  const { run, running } = useCommand(SetQuotas);
  const known = round.commendationQuotas.map(quota => ({ ...quota, key: crypto.randomUUID(), most: String(quota.most) }));
  const form = useForm({ act: '', lines: known as readonly Line[] });
  const { act, lines } = form.values;
  const acts = [...new Set(data?.commendationQuotaRules.map(rule => rule.act))];
  const set = (at: number, line: Line): void => form.set('lines', lines.with(at, line));
  const send = async (): ReturnType<typeof run> => {
    const odd = lines.flatMap(({ most }, at) =>
      most.trim() === '' || Number.isNaN(wholeFrom(most))
        ? [{ code: 'NUMBER', message: proposals.notNumber, field: ['lines', String(at), 'most'] }]
        : [],
    );
    if (odd.length > 0) return { done: false, problems: odd };
    return run({
      roundId: round.id,
      expectedVersion: round.revision,
      act: act || null,
      lines: lines.map(({ block, form: granted, kind, most, basis }) => ({
        block,
        form: granted,
        kind,
        most: wholeFrom(most) ?? 0,
        basis,
      })),
    });
  };
  return (
    <CommandWindow title={quotas.set} form={form} running={running} run={send} onClose={onClose} size="xl">
      <ChoiceField
        form={form}
        name="act"
        label={quotas.act}
        hint={quotas.actHint}
        choices={acts.map(name => [name, name] as const)}
        none={quotas.noAct}
      />
      <p className="quiet">{quotas.linesHint}</p>
      {lines.map((line, at) => (
        <LineFields
          key={line.key}
          number={at + 1}
          line={line}
          error={field => form.at(`lines.${at}.${field}`)}
          onChange={changed => set(at, changed)}
          onRemove={() => form.set('lines', lines.toSpliced(at, 1))}
        />
      ))}
      <div className="buttons">
        <Button variant="default" onClick={() => form.set('lines', [...lines, emptyLine(lines.at(-1))])}>
          {quotas.add}
        </Button>
      </div>
    </CommandWindow>
  );
}

interface LineProps {
  readonly number: number;
  readonly line: Line;
  error(field: string): string | undefined;
  onChange(line: Line): void;
  onRemove(): void;
}

function LineFields({ number, line, error, onChange, onRemove }: LineProps): ReactNode {
  const { terms } = useWords();
  const { quotas } = useProposalTexts();
  const text = (name: 'block' | 'most' | 'basis', label: string): ReactNode => (
    <TextInput
      label={label}
      value={line[name]}
      error={error(name)}
      autoComplete="off"
      required={name !== 'block'}
      onChange={event => onChange({ ...line, [name]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className="choices">
      <legend>{quotas.line(number)}</legend>
      <div className="form-two">
        <NativeSelect
          label={quotas.form}
          value={line.form}
          error={error('form')}
          onChange={event => onChange({ ...line, form: event.currentTarget.value as Schema.CommendationForm })}
          data={pairs(terms.CommendationForm).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          label={quotas.kind}
          value={line.kind}
          error={error('kind')}
          onChange={event => onChange({ ...line, kind: event.currentTarget.value as Schema.SubjectKind })}
          data={pairs(terms.SubjectKind).map(([value, label]) => ({ value, label }))}
        />
        {text('most', quotas.most)}
        {text('block', quotas.block)}
      </div>
      {text('basis', quotas.basis)}
      <Button variant="subtle" size="compact-sm" onClick={onRemove}>
        {quotas.remove}
      </Button>
    </fieldset>
  );
}
