import type { ReactNode } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useCommand } from '../api/command.js';
import { decimalFrom, decimalText, wholeFrom } from '../api/format.js';
import { useWords, type Language } from '../texts/texts.context.js';
import { useForm, type FormState } from '../ui/form.js';
import { ChoiceField, DateField, TextField, ThingField } from '../ui/form.fields.js';
import type { Finder, Picked } from '../ui/finder.js';
import { CommandWindow } from './command.window.js';

/** One field of a command: how it is called, and what it says now. */
interface Field {
  readonly label: string;
  readonly hint?: string;
  /** How it is typed; absent: a line of text. */
  readonly as?: 'lines' | 'day' | 'partial' | 'decimal' | 'whole';
  readonly choices?: readonly (readonly [string, string])[];
  readonly find?: Finder;
  readonly value?: string | Picked | null | undefined;
  readonly required?: boolean;
}

type Value = string | Picked | undefined;

interface Props<Input extends object, Given extends Partial<Input>> {
  readonly title: string;
  readonly command: TypedDocumentNode<object, { input: Input }>;
  /** What the input has besides the fields: of what it is, and of which version. */
  readonly given: Given;
  readonly fields: { readonly [Name in Exclude<keyof Input, keyof Given | 'reason' | 'idempotencyKey'>]?: Field };
  /** Whether it corrects something: then it says why. */
  readonly asksReason?: boolean;
  /** Whether it enters something new: sent twice, it is done once. */
  readonly keyed?: boolean;
  readonly hint?: string;
  onClose(): void;
  onDone?(): void;
}

/** What a field shows at first. A number is written as people of the language do, so that it is read again as what it was. */
const shown = ({ as, find, value }: Field, language: Language): Value => {
  if (as === 'decimal' && typeof value === 'string') return decimalText(value, language);
  return value ?? (as === 'day' || as === 'partial' || find ? undefined : '');
};

/** What is no number is sent as it was typed, for the server to refuse. */
function sent({ as }: Field, value: Value, language: Language): string | number | null {
  if (typeof value === 'object') return value.id;
  if (!value) return null;
  if (as === 'decimal') return decimalFrom(value, language);
  const number = as === 'whole' ? wholeFrom(value) : value;
  return Number.isNaN(number) ? value : number;
}

/** A command whose fields are plain ones: what was entered is corrected, or something small is entered. A field that is emptied says nothing any more. */
export function FieldsWindow<Input extends object, Given extends Partial<Input>>({
  title,
  command,
  given,
  fields,
  asksReason = false,
  keyed = false,
  hint,
  onClose,
  onDone,
}: Props<Input, Given>): ReactNode {
  const { language, texts } = useWords();
  const { common } = texts;
  const all = Object.entries(fields as Readonly<Record<string, Field>>);
  const initial = Object.fromEntries(all.map(([name, field]) => [name, shown(field, language)]));
  const form = useForm<Record<string, Value>>({ ...initial, ...(asksReason && { reason: '' }) });
  const { run, running } = useCommand(command, { keyed });
  const input = (): object => ({
    ...given,
    ...Object.fromEntries(all.map(([name, field]) => [name, sent(field, form.values[name], language)])),
    ...(asksReason && { reason: form.values.reason }),
  });
  const needed = [...all.flatMap(([name, { required }]) => (required ? [name] : [])), ...(asksReason ? ['reason'] : [])];
  return (
    <CommandWindow
      title={title}
      form={form}
      needed={needed}
      running={running}
      run={() => run(input() as never)}
      onClose={onClose}
      onDone={() => onDone?.()}
    >
      {hint && <p className="quiet">{hint}</p>}
      {all.map(([name, field]) => (
        <OneField key={name} form={form} name={name} field={field} />
      ))}
      {asksReason && (
        <TextField form={form as never} name={'reason' as never} label={common.reason} hint={common.reasonHint} required lines={2} />
      )}
    </CommandWindow>
  );
}

function OneField({ form, name, field }: { form: FormState<Record<string, Value>>; name: string; field: Field }): ReactNode {
  const { label, hint, as, choices, find, required = false } = field;
  const shared = { name, label, hint, required };
  if (find) return <ThingField {...shared} form={form as unknown as FormState<Record<string, Picked | undefined>>} find={find} />;
  if (as === 'day' || as === 'partial') {
    return <DateField {...shared} form={form as unknown as FormState<Record<string, string | undefined>>} partial={as === 'partial'} />;
  }
  const texts = form as unknown as FormState<Record<string, string>>;
  if (choices) return <ChoiceField {...shared} form={texts} choices={choices} none="" />;
  return <TextField {...shared} form={texts} {...(as === 'lines' && { lines: 3 })} />;
}
