import type { ReactNode } from 'react';
import { CorrectFigure } from '#documents/figure-records';
import { useCommand } from '../../api/command.js';
import { decimalFrom, decimalText } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { TextField } from '../../ui/form.fields.js';
import type { ShownFigure } from './figure.shown.js';

/** Corrects what was copied wrongly from the paper. */
export function CorrectFigureWindow({ of, onClose }: { of: ShownFigure; onClose: () => void }): ReactNode {
  const { language, texts } = useWords();
  const { common } = texts;
  const { figures } = useFigureTexts();
  const { run, running } = useCommand(CorrectFigure);
  const form = useForm({
    'number.raw': of.raw,
    'number.reading': decimalText(of.reading, language),
    source: of.source,
    page: of.page ?? '',
    note: of.note ?? '',
    reason: '',
  });
  const { source, page, note, reason, ...number } = form.values;
  return (
    <CommandWindow
      title={figures.correct}
      form={form}
      needed={['number.raw', 'number.reading', 'source', 'reason']}
      running={running}
      run={() =>
        run({
          id: of.id,
          expectedVersion: of.version,
          number: { raw: number['number.raw'], reading: decimalFrom(number['number.reading'], language) },
          source,
          page: page || null,
          note: note || null,
          reason,
        })
      }
      onClose={onClose}
    >
      <div className="form-two">
        <TextField form={form} name="number.raw" label={figures.raw} hint={figures.rawHint} required />
        <TextField form={form} name="number.reading" label={figures.columns.reading} required />
        <TextField form={form} name="source" label={common.source} hint={common.sourceHint} required />
        <TextField form={form} name="page" label={figures.page} />
      </div>
      <TextField form={form} name="note" label={figures.note} lines={2} />
      <TextField form={form} name="reason" label={common.reason} hint={common.reasonHint} required lines={2} />
    </CommandWindow>
  );
}
