import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { GrantCommendations, type Schema } from '#documents/commendations';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { numberText } from '../../api/format.js';
import { DECISIONS, UNITS } from '../../parts/picks/find.js';
import { useCommendationTexts } from '../../texts/commendation.texts.js';
import { useWords } from '../../texts/texts.context.js';
import type { Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { useSay } from '../../ui/toast.js';
import { LineFields, commendedOf, emptyLine, type Line } from './grant.lines.js';

const EMPTY = {
  decisionId: undefined as Picked | undefined,
  'decision.number': '',
  'decision.issuedOn': undefined as string | undefined,
  'decision.issuerId': undefined as Picked | undefined,
  'decision.signer': '',
  'decision.abstract': '',
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
    const outcome = await command.run({
      decisionId: values.decisionId?.id ?? null,
      decision: values.decisionId ? null : newDecision(values),
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
          <ThingField form={form} name="decisionId" label={commendations.knownDecision} find={DECISIONS} />
          {!values.decisionId && (
            <fieldset className="choices">
              <legend>{commendations.newDecision}</legend>
              <div className="form-two">
                <TextField form={form} name="decision.number" label={commendations.number} required />
                <DateField form={form} name="decision.issuedOn" label={commendations.issuedOn} required />
                <ThingField form={form} name="decision.issuerId" label={commendations.issuer} find={UNITS} required />
                <TextField form={form} name="decision.signer" label={commendations.signer} />
              </div>
              <TextField form={form} name="decision.abstract" label={commendations.abstract} lines={2} />
            </fieldset>
          )}
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

const newDecision = (values: typeof EMPTY): Schema.GrantingDecisionInput => ({
  number: values['decision.number'],
  issuedOn: values['decision.issuedOn'] ?? '',
  issuerId: values['decision.issuerId']?.id ?? '',
  signer: values['decision.signer'] || null,
  abstract: values['decision.abstract'] || null,
});
