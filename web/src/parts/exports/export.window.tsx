import type { ReactNode } from 'react';
import { RequestExport, type Schema } from '#documents/exports';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { useTexts, useTerms } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField } from '../../ui/form.fields.js';
import { To, useGo } from '../../ui/link.js';
import { CommandWindow } from '../command.window.js';

const EXPORTS = `/${addresses.profile}/ket-xuat`;

/** Asks for a whole list as a file: the same question as the page's, with the filters that are chosen. */
export function ExportWindow({ question, variables, onClose }: { question: string; variables: object; onClose: () => void }): ReactNode {
  const { models } = useTexts();
  const { ExportFormat } = useTerms();
  const go = useGo();
  const { run, running } = useCommand(RequestExport, { keyed: true });
  const form = useForm({ format: 'CSV' });
  return (
    <CommandWindow
      title={models.exportAll}
      size="md"
      form={form}
      running={running}
      run={() => run({ question, variables: JSON.stringify(variables), format: form.values.format as Schema.ExportFormat })}
      onClose={onClose}
      onDone={() => go(EXPORTS)}
    >
      <p className="quiet">
        {models.exportHint} <To to={EXPORTS}>{models.exports}</To>
      </p>
      <ChoiceField form={form} name="format" label={models.exportFormat} choices={pairs(ExportFormat)} />
    </CommandWindow>
  );
}
