import type { ReactNode } from 'react';
import { CorrectReview, ExtendReview, FindReviews, OpenReview, type Schema } from '#documents/reviews';
import { useCommand } from '../../api/command.js';
import { CommandWindow } from '../../parts/command.window.js';
import { MODELS, UNITS } from '../../parts/picks/find.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { finder, type Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField, ThingsField } from '../../ui/form.fields.js';
import type { ShownReview } from './review.shown.js';

/** The latest reviews, narrowed by what is typed. */
const REVIEWS = finder(
  FindReviews,
  (_text, asOf) => ({ asOf }),
  ({ reviews }, text) =>
    reviews.nodes
      .map(({ id, name, period, unit }) => ({ id, label: name, hint: `${unit.fullName} · ${period}` }))
      .filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(text.toLowerCase())),
);

const unitsOf = (units: readonly { readonly id: string; readonly fullName: string }[]): readonly Picked[] =>
  units.map(({ id, fullName }) => ({ id, label: fullName }));
const idsOf = (picked: readonly Picked[]): string[] => picked.map(({ id }) => id);

interface Props {
  /** The one that is corrected. */
  readonly of?: ShownReview;
  onClose(): void;
  onDone?(id: string): void;
}

/** Opens a review: of whom, of which period, and who reports for it. Or corrects what was entered. */
export function ReviewWindow({ of, onClose, onDone }: Props): ReactNode {
  const { texts, terms } = useWords();
  const { common } = texts;
  const { reviews, figures } = useFigureTexts();
  const form = useForm({
    name: of?.name ?? '',
    kind: of?.kind ?? ('INTERIM' as string),
    unitId: (of && { id: of.unit.id, label: of.unit.fullName }) as Picked | undefined,
    period: of?.period ?? '',
    starts: of?.starts as string | undefined,
    ends: of?.ends as string | undefined,
    dueOn: of?.dueOn ?? (undefined as string | undefined),
    heldOn: of?.heldOn ?? (undefined as string | undefined),
    theme: of?.theme ?? '',
    organiserIds: unitsOf(of?.organisers ?? []),
    unitIds: unitsOf(of?.units.map(({ unit }) => unit) ?? []),
    modelIds: (of?.models.nodes.map(({ id, title }) => ({ id, label: title })) ?? []) as readonly Picked[],
    previousId: (of?.previous ? { id: of.previous.id, label: of.previous.name } : undefined) as Picked | undefined,
    note: of?.note ?? '',
    reason: '',
  });
  const [open, correct] = [useCommand(OpenReview, { keyed: true }), useCommand(CorrectReview)];
  const { values } = form;
  // A correction that does not show all models leaves them as they are.
  const showsModels = of === undefined || of.models.nodes.length === of.models.totalCount;
  const run = (): ReturnType<typeof open.run | typeof correct.run> => {
    const content = {
      name: values.name,
      theme: values.theme || null,
      dueOn: values.dueOn ?? null,
      heldOn: values.heldOn ?? null,
      note: values.note || null,
      organiserIds: idsOf(values.organiserIds),
      unitIds: idsOf(values.unitIds),
      previousId: values.previousId?.id ?? null,
    };
    const modelIds = idsOf(values.modelIds);
    if (of)
      return correct.run({ ...content, ...(showsModels && { modelIds }), id: of.id, expectedVersion: of.version, reason: values.reason });
    return open.run({
      ...content,
      modelIds,
      kind: values.kind as Schema.ReviewKind,
      unitId: values.unitId?.id ?? '',
      period: values.period,
      starts: values.starts ?? '',
      ends: values.ends ?? '',
      commendationIds: [],
    });
  };
  return (
    <CommandWindow
      title={of ? reviews.correct : reviews.open}
      form={form}
      needed={of ? ['name', 'organiserIds', 'reason'] : ['name', 'unitId', 'period', 'starts', 'ends', 'organiserIds']}
      running={open.running || correct.running}
      size="xl"
      run={run}
      onClose={onClose}
      onDone={({ review }) => onDone?.(review?.id ?? '')}
    >
      <TextField form={form} name="name" label={reviews.columns.name} required />
      {!of && (
        <div className="form-two">
          <ChoiceField form={form} name="kind" label={reviews.columns.kind} choices={pairs(terms.ReviewKind)} />
          <ThingField form={form} name="unitId" label={reviews.columns.unit} required find={UNITS} />
          <TextField form={form} name="period" label={reviews.columns.period} hint={reviews.periodHint} required />
          <DateField form={form} name="starts" label={common.from} required partial />
          <DateField form={form} name="ends" label={common.to} required partial />
        </div>
      )}
      <div className="form-two">
        <DateField form={form} name="dueOn" label={reviews.columns.dueOn} />
        <DateField form={form} name="heldOn" label={reviews.columns.heldOn} />
        <TextField form={form} name="theme" label={reviews.theme} />
        <ThingField form={form} name="previousId" label={reviews.previous} find={REVIEWS} />
        <ThingsField form={form} name="organiserIds" label={reviews.organisers} required find={UNITS} />
        <ThingsField form={form} name="unitIds" label={reviews.units} hint={reviews.unitsHint} find={UNITS} />
        {showsModels && <ThingsField form={form} name="modelIds" label={reviews.models} find={MODELS} />}
      </div>
      <TextField form={form} name="note" label={figures.note} lines={2} />
      {of && <TextField form={form} name="reason" label={common.reason} required lines={2} />}
    </CommandWindow>
  );
}

/** Gives one unit more time. */
export function ExtendReviewWindow({
  of,
  unit,
  onClose,
}: {
  of: ShownReview;
  unit: { readonly id: string; readonly fullName: string };
  onClose: () => void;
}): ReactNode {
  const { common } = useWords().texts;
  const { reviews } = useFigureTexts();
  const { run, running } = useCommand(ExtendReview);
  const form = useForm({ extendedTo: undefined as string | undefined, reason: '' });
  const { extendedTo, reason } = form.values;
  return (
    <CommandWindow
      title={reviews.extend}
      form={form}
      needed={['extendedTo', 'reason']}
      running={running}
      size="md"
      run={() => run({ reviewId: of.id, unitId: unit.id, extendedTo: extendedTo ?? '', reason })}
      onClose={onClose}
    >
      <p className="quiet">{unit.fullName}</p>
      <DateField form={form} name="extendedTo" label={reviews.extendedTo} required />
      <TextField form={form} name="reason" label={common.reason} required lines={2} />
    </CommandWindow>
  );
}
