import type { ReactNode } from 'react';
import { decimalText } from '../../api/format.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import type { FormState } from '../../ui/form.js';
import { ChoiceField, TextField } from '../../ui/form.fields.js';
import type { FilledSheet, ShownCriterion, ShownEntry, ShownVersion } from './entry.shown.js';
import { nameOf, type SheetValues } from './sheet.values.js';
import { Evidence } from './subject.part.js';

interface Props {
  readonly form: FormState<SheetValues>;
  readonly version: ShownVersion;
  readonly scored: readonly ShownCriterion[];
  /** What the unit gave itself, for those who score it. */
  readonly self?: FilledSheet | null | undefined;
  /** The words of a unit are its evidence. */
  readonly isSelf: boolean;
  readonly evidence: ShownEntry['evidence'];
}

/** The tree of the version; what a sheet scores has its fields. */
export function SheetFields({ form, version, scored, self, isSelf, evidence }: Props): ReactNode {
  const { language } = useWords();
  const { sheet } = useAppraisalTexts();
  const codes = new Set(scored.map(({ code }) => code));
  return (
    <div className="sheet">
      {version.criteria.map(criterion => {
        const { code, text, maximum, depth } = criterion;
        const most = maximum && <span className="quiet">{sheet.maximum(decimalText(maximum, language))}</span>;
        if (!codes.has(code))
          return (
            <p key={code} className={depth === 1 ? 'sheet-group' : 'sheet-part'}>
              <span className="code">{code}</span> {text} {most}
            </p>
          );
        return (
          <fieldset key={code} className="sheet-line">
            <legend>
              <span className="code">{code}</span> {text} {most}
            </legend>
            <Given self={self} code={code} />
            <Evidence of={evidence.filter(one => one.code === code)} />
            <div className="sheet-fields">
              <Score form={form} criterion={criterion} isChecklist={version.scoring === 'CHECKLIST'} />
              <TextField form={form} name={nameOf('words', code)} label={isSelf ? sheet.evidence(code) : sheet.words(code)} lines={2} />
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

function Score({
  form,
  criterion: { code, levels },
  isChecklist,
}: {
  form: FormState<SheetValues>;
  criterion: ShownCriterion;
  isChecklist: boolean;
}): ReactNode {
  const { language, terms } = useWords();
  const { sheet } = useAppraisalTexts();
  const range = (from: string | null, to: string | null): string =>
    [from, to]
      .filter(end => end !== null)
      .map(end => decimalText(end, language))
      .join('–');
  if (isChecklist)
    return (
      <ChoiceField
        form={form}
        name={nameOf('mark', code)}
        label={sheet.mark(code)}
        none={sheet.notMarked}
        choices={pairs(terms.ItemMark)}
      />
    );
  return (
    <div>
      <TextField form={form} name={nameOf('points', code)} label={sheet.points(code)} />
      {levels.length > 0 && (
        <ChoiceField
          form={form}
          name={nameOf('level', code)}
          label={sheet.level(code)}
          none={sheet.notMarked}
          choices={levels.map(({ name, text, from, to }) => [name, [name, range(from, to), text].filter(Boolean).join(': ')] as const)}
        />
      )}
    </div>
  );
}

function Given({ self, code }: { self: FilledSheet | null | undefined; code: string }): ReactNode {
  const { language, terms } = useWords();
  const { sheet } = useAppraisalTexts();
  const line = self?.scores.find(score => score.code === code);
  if (!line) return null;
  const gave = line.mark ? terms.ItemMark[line.mark] : decimalText(line.points, language);
  return (
    <div className="sheet-given">
      <p>{sheet.selfGave(gave)}</p>
      {line.words && <p className="prose">{line.words}</p>}
    </div>
  );
}
