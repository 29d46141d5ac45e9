import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { SaveAppraisal, SaveSelfAssessment, SubmitAppraisal, SubmitSelfAssessment, type SavedSheet } from '#documents/sheet';
import { useCommand } from '../../api/command.js';
import { dayText, decimalText } from '../../api/format.js';
import { useMe } from '../../api/me.context.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { Problems, TextField } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { Note } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import type { FilledSheet, ShownEntry } from './entry.shown.js';
import { SheetFields } from './sheet.fields.js';
import { marked, problemsAtTheirLines, runningTotal, scoredOf, scoresOf, valuesOf, type SheetValues } from './sheet.values.js';

/** Whose sheet is filled in. */
type Whose = 'mine' | 'unit' | { readonly personId: string };

interface Props {
  readonly entry: ShownEntry;
  readonly whose: Whose;
  readonly sheet: FilledSheet | null | undefined;
  /** Of what was saved, the sheet that this form is about. */
  savedIn(payload: SavedSheet): { readonly version: number } | null | undefined;
  /** What else can be done with it, below. */
  readonly children?: ReactNode;
}

/** A sheet: kept on this machine while it is typed, saved as a draft, and submitted whole. */
export function SheetForm({ entry, whose, sheet, savedIn, children }: Props): ReactNode {
  const { language, texts } = useWords();
  const { sheet: words } = useAppraisalTexts();
  const { account } = useMe();
  const say = useSay();
  const { version } = entry.round;
  const [scored] = useState(() => scoredOf(version));
  const isPaper = typeof whose === 'object';
  const key = isPaper ? whose.personId : whose;
  const form = useForm<SheetValues>(valuesOf(scored, sheet, language), `sheet.${entry.id}.${key}.${account?.id ?? ''}`);
  // The sheet as it was opened: what is saved elsewhere meanwhile is shown and not overwritten unseen.
  const [seen, setSeen] = useState(sheet?.version ?? null);
  const [isStale, setStale] = useState(false);
  const [saveMine, saveSelf] = [useCommand(SaveAppraisal), useCommand(SaveSelfAssessment)];
  const [submitMine, submitSelf] = [useCommand(SubmitAppraisal), useCommand(SubmitSelfAssessment)];
  const isFinal = sheet != null && sheet.state !== 'DRAFT';

  const send = async (submits: boolean, expectedVersion: number | null): Promise<void> => {
    const scores = scoresOf(scored, form.values, language);
    const content = { evaluationId: entry.id, expectedVersion, scores, remark: form.values.remark?.trim() || null };
    const paper = isPaper ? { personId: whose.personId, paper: form.values.paper?.trim() || null } : {};
    const outcome =
      whose === 'unit'
        ? await (submits ? submitSelf : saveSelf).run(content)
        : await (submits ? submitMine : saveMine).run({ ...content, ...paper });
    if (!outcome.done) {
      const stale = outcome.problems.some(({ code }) => code === 'STALE_VERSION');
      setStale(stale);
      return form.refuse(stale ? [] : problemsAtTheirLines(outcome.problems, scores, scored));
    }
    setStale(false);
    setSeen(savedIn(outcome.payload)?.version ?? null);
    form.saved();
    return say(submits ? words.submitted : words.saved);
  };
  const running = saveMine.running || saveSelf.running || submitMine.running || submitSelf.running;
  return (
    <>
      <State sheet={sheet} />
      <KeptNote form={form} />
      {isStale && (
        <Note kind="warn" title={words.stale}>
          <p>{words.staleText(decimalText(sheet?.total ?? '0', language))}</p>
          <Button
            size="xs"
            onClick={() => {
              form.settle(form.unsettled, 'mine');
              setSeen(sheet?.version ?? null);
            }}
            disabled={seen === (sheet?.version ?? null)}
          >
            {texts.states.staleSave}
          </Button>
        </Note>
      )}
      <form
        className="form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void send(true, seen);
        }}
      >
        <SheetFields
          form={form}
          version={version}
          scored={scored}
          self={whose === 'unit' ? undefined : entry.selfAssessment}
          isSelf={whose === 'unit'}
          evidence={entry.evidence}
        />
        {isPaper && <TextField form={form} name="paper" label={words.paper} hint={words.paperHint} required />}
        <TextField form={form} name="remark" label={words.remark} lines={3} />
        <Problems of={form.rest} />
        <div className="sheet-foot">
          <Total entry={entry} values={form.values} />
          {!isFinal && (
            <Button variant="default" loading={running} onClick={() => void send(false, seen)}>
              {words.save}
            </Button>
          )}
          <Button type="submit" loading={running}>
            {isFinal ? words.submitAgain : words.submit}
          </Button>
        </div>
      </form>
      {children && <div className="buttons sheet-more">{children}</div>}
    </>
  );
}

function State({ sheet }: { sheet: FilledSheet | null | undefined }): ReactNode {
  const { sheet: words } = useAppraisalTexts();
  if (!sheet) return null;
  if (sheet.state === 'DRAFT') return <Note>{words.stateDraft}</Note>;
  return <Note kind="good">{sheet.state === 'ABSTAINED' ? words.stateAbstained : words.stateSubmitted(dayText(sheet.submittedOn))}</Note>;
}

/** What is typed so far, added up. */
function Total({ entry: { round }, values }: { entry: ShownEntry; values: SheetValues }): ReactNode {
  const { language } = useWords();
  const { sheet: words } = useAppraisalTexts();
  const scored = scoredOf(round.version);
  if (round.version.scoring === 'CHECKLIST') {
    const { met, done } = marked(scored, values);
    return (
      <p className="sheet-total" role="status">
        <strong>{words.met(met, scored.length)}</strong> <span className="quiet">{words.filled(done, scored.length)}</span>
      </p>
    );
  }
  const { total, done } = runningTotal(scored, values, language);
  return (
    <p className="sheet-total" role="status">
      {words.total}: <strong>{words.ofMaximum(decimalText(total, language), decimalText(round.version.maximum, language) || '–')}</strong>{' '}
      <span className="quiet">{words.filled(done, scored.length)}</span>
    </p>
  );
}
