import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { GrantCommendations } from '#documents/commendations';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { numberText } from '../../api/format.js';
import { DecisionFields, EMPTY_DECISION, decisionOf } from '../../parts/lines/decision.fields.js';
import { LineFields, commendedOf, emptyLine, wrongCounts, type Line } from '../../parts/lines/line.fields.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';

const EMPTY = {
  ...EMPTY_DECISION,
  receivedOn: undefined as string | undefined,
  presentedOn: undefined as string | undefined,
  recipients: [emptyLine()] as readonly Line[],
};

/** A decision, its lines, and one command: all of it is granted, or nothing. */
export function GrantPage(): ReactNode {
  const { language, texts } = useWords();
  const { commendations } = useCommendationTexts();
  const form = useForm(EMPTY, 'grant-commendations');
  const command = useCommand(GrantCommendations, { keyed: true });
  const [say, go] = [useSay(), useGo()];
  const { values } = form;
  const lines = values.recipients;
  const setLine = (at: number, line: Line): void => form.set('recipients', lines.with(at, line));
  const send = async (): Promise<void> => {
    if (!values.decisionId && form.lacks(['decision.number', 'decision.issuedOn', 'decision.issuerId'], texts.common.needed)) return;
    const wrong = wrongCounts(lines, 'recipients', commendations.notNumber);
    if (wrong.length > 0) return form.refuse(wrong);
    const outcome = await command.run({
      ...decisionOf(values),
      receivedOn: values.receivedOn ?? null,
      presentedOn: values.presentedOn ?? null,
      recipients: lines.map(commendedOf),
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say([commendations.granted(numberText(lines.length, language)), ...outcome.warnings.map(({ message }) => message)].join(' '));
    return go(`/${addresses.commendations}`);
  };
  return (
    <Page title={commendations.grant} above={<To to={`/${addresses.commendations}`}>{commendations.title}</To>}>
      <KeptNote form={form} />
      <FormFrame form={form} running={command.running} submit={commendations.grant} onSubmit={() => void send()}>
        <Part title={commendations.decisionPart}>
          <DecisionFields form={form} />
          <div className="form-two">
            <DateField form={form} name="receivedOn" label={commendations.receivedOn} hint={commendations.receivedHint} />
            <DateField form={form} name="presentedOn" label={commendations.presentedOn} />
          </div>
        </Part>
        <Part title={commendations.lines}>
          {lines.map((line, at) => (
            <LineFields
              key={line.key}
              number={at + 1}
              line={line}
              error={field => form.at(`recipients.${at}.${field}`)}
              onChange={changed => setLine(at, changed)}
              onRemove={lines.length > 1 ? () => form.set('recipients', lines.toSpliced(at, 1)) : undefined}
            />
          ))}
          <Button variant="default" onClick={() => form.set('recipients', [...lines, emptyLine(lines.at(-1))])}>
            {commendations.addLine}
          </Button>
        </Part>
      </FormFrame>
    </Page>
  );
}
