import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { OpenAppraisalRound, PublishedVersions, ReceivedRegistrations, type Schema } from '#documents/open-round';
import addresses from '../../api/addresses.json';
import { useCommand } from '../../api/command.js';
import { numberText, partialText, todayInVietnam, wholeFrom } from '../../api/format.js';
import { useRead } from '../../api/read.js';
import { COUNCILS, ROUNDS, UNITS } from '../../parts/picks/find.js';
import { useAppraisalTexts } from '../../texts/appraisal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { finder, type Picked } from '../../ui/finder.js';
import { useForm } from '../../ui/form.js';
import { ChoiceField, DateField, FormFrame, TextField, ThingField } from '../../ui/form.fields.js';
import { KeptNote } from '../../ui/kept-note.js';
import { To, useGo } from '../../ui/link.js';
import { Page, Part } from '../../ui/page.js';
import { Note, Reading } from '../../ui/states.js';
import { useSay } from '../../ui/toast.js';
import { UnitsChoice } from './units.choice.js';

const VERSIONS = finder(
  PublishedVersions,
  () => ({}),
  ({ criteriaSets }, text) =>
    criteriaSets.nodes
      .flatMap(({ name, issuer, versions }) =>
        versions
          .filter(({ state }) => state === 'PUBLISHED')
          .map(({ id, number, validFrom, validTo }) => ({
            id,
            label: `${name} (${number})`,
            hint: [issuer?.fullName, [validFrom, validTo].filter(Boolean).map(partialText).join(' – ')].filter(Boolean).join(' · '),
          })),
      )
      .filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(text.toLowerCase())),
);

const EMPTY = {
  name: '',
  year: '',
  unitId: undefined as Picked | undefined,
  criteriaVersionId: undefined as Picked | undefined,
  councilId: undefined as Picked | undefined,
  level: '',
  closesOn: undefined as string | undefined,
  illustrative: 'false',
  complaintDays: '',
  blind: 'false',
  aggregation: 'MEAN',
  missing: 'LEAVE_OUT',
  abstained: 'LEAVE_OUT',
  registrationRoundId: undefined as Picked | undefined,
  /** Received registrations of the round that are not appraised: all others are. */
  without: [] as readonly string[],
  unitIds: [] as readonly Picked[],
};

/** Opens a round: by which criteria, by whom, and of what. */
export function OpenAppraisalPage(): ReactNode {
  const { texts, terms } = useWords();
  const { rounds, openRound } = useAppraisalTexts();
  const [command, say, go] = [useCommand(OpenAppraisalRound, { keyed: true }), useSay(), useGo()];
  const form = useForm({ ...EMPTY, year: todayInVietnam().slice(0, 4) }, 'open-appraisal-round');
  const { values } = form;
  const noOrYes = [
    ['false', texts.common.no],
    ['true', texts.common.yes],
  ] as const;
  const roundId = values.registrationRoundId?.id;
  const received = useRead(ReceivedRegistrations, { roundId: roundId ?? '' }, { pause: roundId === undefined });
  const entries = roundId ? (received.data?.registrations.nodes ?? []) : [];
  const send = async (): Promise<void> => {
    if (form.lacks(['name', 'year', 'unitId', 'criteriaVersionId'], texts.common.needed)) return;
    const [year, days] = [wholeFrom(values.year), wholeFrom(values.complaintDays)];
    const wrong = Object.entries({ year, complaintDays: days }).filter(([, number]) => Number.isNaN(number));
    if (wrong.length > 0) return form.refuse(wrong.map(([name]) => ({ code: 'NUMBER', message: openRound.notNumber, field: [name] })));
    const some = values.without.length > 0;
    const outcome = await command.run({
      name: values.name,
      year: year ?? 0,
      unitId: values.unitId?.id ?? '',
      criteriaVersionId: values.criteriaVersionId?.id ?? '',
      councilId: values.councilId?.id ?? null,
      level: (values.level || null) as Schema.RecognitionLevel | null,
      closesOn: values.closesOn ?? null,
      complaintDays: days,
      illustrative: values.illustrative === 'true',
      blind: values.blind === 'true',
      aggregation: values.aggregation as Schema.Aggregation,
      missing: values.missing as Schema.AbsentRule,
      abstained: values.abstained as Schema.AbsentRule,
      registrationRoundId: some ? null : (roundId ?? null),
      registrationIds: some ? entries.map(({ id }) => id).filter(id => !values.without.includes(id)) : [],
      unitIds: values.unitIds.map(({ id }) => id),
    });
    if (!outcome.done) return form.refuse(outcome.problems);
    form.reset();
    say([openRound.opened, ...outcome.warnings.map(({ message }) => message)].join(' '));
    return go(`/${addresses.appraisals}/${outcome.payload.appraisalRound?.id ?? ''}`);
  };
  return (
    <Page title={openRound.title} above={<To to={`/${addresses.appraisals}`}>{rounds.title}</To>}>
      <KeptNote form={form} />
      <FormFrame form={form} running={command.running} submit={openRound.title} onSubmit={() => void send()}>
        <Part title={openRound.what}>
          <TextField form={form} name="name" label={rounds.columns.name} required />
          <div className="form-two">
            <TextField form={form} name="year" label={rounds.columns.year} required />
            <ThingField form={form} name="unitId" label={rounds.columns.unit} find={UNITS} required />
            <ThingField
              form={form}
              name="criteriaVersionId"
              label={rounds.criteria}
              hint={openRound.criteriaHint}
              find={VERSIONS}
              required
            />
            <ThingField form={form} name="councilId" label={rounds.council} find={COUNCILS} />
            <ChoiceField form={form} name="level" label={rounds.level} choices={pairs(terms.RecognitionLevel)} none={texts.common.none} />
            <DateField form={form} name="closesOn" label={rounds.columns.closesOn} />
            <ChoiceField
              form={form}
              name="illustrative"
              label={openRound.illustrative}
              hint={openRound.illustrativeHint}
              choices={noOrYes}
            />
          </div>
        </Part>
        <Part title={openRound.entries}>
          <ThingField
            form={form}
            name="registrationRoundId"
            label={openRound.registrationRound}
            hint={openRound.entriesHint}
            find={ROUNDS}
          />
          {roundId && (
            <Reading of={received}>
              {({ registrations }) => (
                <Registrations
                  of={registrations.nodes}
                  total={registrations.totalCount ?? 0}
                  without={values.without}
                  onChange={without => form.set('without', without)}
                />
              )}
            </Reading>
          )}
          <UnitsChoice units={values.unitIds} error={form.at('unitIds')} onChange={unitIds => form.set('unitIds', unitIds)} />
        </Part>
        <Part title={openRound.rules}>
          <div className="form-two">
            <ChoiceField form={form} name="blind" label={rounds.blind} choices={noOrYes} />
            <ChoiceField form={form} name="aggregation" label={rounds.aggregation} choices={pairs(terms.Aggregation)} />
            <ChoiceField form={form} name="missing" label={rounds.missing} choices={pairs(terms.AbsentRule)} />
            <ChoiceField form={form} name="abstained" label={rounds.abstains} choices={pairs(terms.AbsentRule)} />
            <TextField form={form} name="complaintDays" label={rounds.complaintDays} hint={openRound.complaintHint} />
          </div>
        </Part>
      </FormFrame>
    </Page>
  );
}

interface RegistrationsProps {
  readonly of: readonly {
    readonly id: string;
    readonly model: { readonly title: string; readonly unit: { readonly fullName: string } } | null;
  }[];
  readonly total: number;
  readonly without: readonly string[];
  onChange(without: readonly string[]): void;
}

/** The received registrations of a round: all are appraised unless they are left out. */
function Registrations({ of, total, without, onChange }: RegistrationsProps): ReactNode {
  const { language } = useWords();
  const { openRound } = useAppraisalTexts();
  if (of.length === 0) return <p className="quiet">{openRound.noneReceived}</p>;
  // Of more than are shown, all or none: nothing is left out that nobody has seen.
  if (total > of.length) return <Note>{openRound.allOf(numberText(total, language))}</Note>;
  const toggle = (id: string): void => onChange(without.includes(id) ? without.filter(one => one !== id) : [...without, id]);
  return (
    <fieldset className="choices">
      <legend>{openRound.received}</legend>
      {of.map(({ id, model }) => (
        <Checkbox
          key={id}
          label={`${model?.title ?? ''} · ${model?.unit.fullName ?? ''}`}
          checked={!without.includes(id)}
          onChange={() => toggle(id)}
        />
      ))}
    </fieldset>
  );
}
