import type { ReactNode } from 'react';
import { ExplainResidual } from '#documents/figures';
import type { ShownIdentity } from '#documents/identity';
import { useCommand } from '../../api/command.js';
import { decimalText } from '../../api/format.js';
import { CommandWindow } from '../../parts/command.window.js';
import { useFigureTexts } from '../../texts/figure.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { TextField } from '../../ui/form.fields.js';

/** Says why the parts of a figure do not add up to it. */
export function ExplainWindow({ figureId, of, onClose }: { figureId: string; of: ShownIdentity; onClose: () => void }): ReactNode {
  const { language } = useWords();
  const { figures } = useFigureTexts();
  const { run, running } = useCommand(ExplainResidual);
  const form = useForm({ text: of.explanation ?? '' });
  return (
    <CommandWindow
      title={figures.explain}
      form={form}
      needed={['text']}
      running={running}
      size="md"
      run={() => run({ figureId, identityId: of.identity.id, text: form.values.text })}
      onClose={onClose}
    >
      <p className="quiet">{`${of.name} · ${figures.residual(decimalText(of.residual, language))}`}</p>
      <TextField form={form} name="text" label={figures.explanation} hint={figures.explainHint} required lines={4} />
    </CommandWindow>
  );
}
