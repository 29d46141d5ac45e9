import type { ReactNode } from 'react';
import { Indicators, ReportFigure, type Schema } from '#documents/figures';
import { useCommand } from '../../api/command.js';
import { decimalFrom } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { UNITS } from '../../parts/picks/find.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { finder, type Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../../ui/form.fields.js';

const INDICATORS = finder(
  Indicators,
  (text, asOf) => ({ text, asOf }),
  ({ indicators }) => indicators.nodes.map(({ id, code, name, measure }) => ({ id, label: name, hint: `${code} · ${measure}` })),
);

const EMPTY = {
  indicatorId: undefined as Picked | undefined,
  unitId: undefined as Picked | undefined,
  covers: 'WHOLE',
  starts: undefined as string | undefined,
  ends: undefined as string | undefined,
  raw: '',
  reading: '',
  source: '',
  page: '',
  note: '',
};

/** A number exactly as it is printed; how it is read is the server's to say, and shown on its page. */
export function ReportWindow({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }): ReactNode {
  const { language, texts, terms } = useWords();
  const { figures } = useFigureTexts();
  const { run, running } = useCommand(ReportFigure, { keyed: true });
  const form = useForm(EMPTY, 'report-figure');
  const { values } = form;
  const input = (): Schema.ReportFigureInput => ({
    indicatorId: values.indicatorId?.id ?? '',
    unitId: values.unitId?.id ?? '',
    covers: values.covers as Schema.FigureCoverage,
    starts: values.starts ?? null,
    ends: values.ends ?? '',
    raw: values.raw,
    reading: decimalFrom(values.reading, language) || null,
    source: values.source,
    page: values.page || null,
    note: values.note || null,
  });
  return (
    <CommandWindow
      title={figures.report}
      form={form}
      needed={['indicatorId', 'unitId', 'ends', 'raw', 'source']}
      running={running}
      done={figures.reported}
      run={() => run(input())}
      onClose={onClose}
      onDone={({ figure }) => onDone(figure?.id ?? '')}
    >
      <ThingField form={form} name="indicatorId" label={figures.columns.indicator} find={INDICATORS} required />
      <div className="form-two">
        <ThingField form={form} name="unitId" label={figures.columns.unit} find={UNITS} required />
        <ChoiceField form={form} name="covers" label={figures.covers} choices={pairs(terms.FigureCoverage)} />
        <DateField form={form} name="starts" label={figures.starts} partial />
        <DateField form={form} name="ends" label={figures.ends} partial required />
        <TextField form={form} name="raw" label={figures.raw} hint={figures.rawHint} required />
        <TextField form={form} name="reading" label={figures.columns.reading} hint={figures.readingHint} />
        <TextField form={form} name="source" label={texts.common.source} hint={texts.common.sourceHint} required />
        <TextField form={form} name="page" label={figures.page} />
      </div>
      <TextField form={form} name="note" label={figures.note} lines={2} />
    </CommandWindow>
  );
}
