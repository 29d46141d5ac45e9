import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ClosedRounds, type RoundResultsData } from '#documents/draft';
import { decimalText, numberText } from '../../api/format.js';
import type { Read } from '../../api/read.js';
import { useProposalTexts } from '../../texts/proposal.texts.js';
import { useWords } from '../../texts/texts.context.js';
import { pairs } from '../../ui/filters.js';
import { finder, type Picked } from '../../ui/finder.js';
import type { FormState } from '../../ui/form.js';
import { ChoiceField, ThingField } from '../../ui/form.fields.js';
import { Part } from '../../ui/page.js';
import { Problems } from '../../ui/form.fields.js';
import { Reading } from '../../ui/states.js';
import { useAllResults, useMoreResults, type Ranking } from './results.read.js';

const CLOSED_ROUNDS = finder(
  ClosedRounds,
  (text, asOf) => ({ text, asOf }),
  ({ appraisalRounds }) =>
    appraisalRounds.nodes.map(({ id, name, year, unit }) => ({ id, label: name, hint: `${year} · ${unit.fullName}` })),
);

interface Values {
  readonly roundId: Picked | undefined;
  readonly form: string;
  readonly without: readonly string[];
}

interface Props<V extends Values> {
  readonly form: FormState<V>;
  readonly results: Read<RoundResultsData>;
}

/** The results of a closed round: the ranked ones are proposed unless they are left out. */
export function ResultsPart<V extends Values>({ form: given, results }: Props<V>): ReactNode {
  const { terms } = useWords();
  const { draftProposal } = useProposalTexts();
  const form = given as unknown as FormState<Values>;
  const { roundId } = form.values;
  const wrong = form.at('evaluationIds');
  return (
    <Part title={draftProposal.fromRound}>
      <div className="form-two">
        <ThingField form={form} name="roundId" label={draftProposal.round} hint={draftProposal.roundHint} find={CLOSED_ROUNDS} />
        {roundId && <ChoiceField form={form} name="form" label={draftProposal.form} choices={pairs(terms.CommendationForm)} />}
      </div>
      {wrong && <Problems of={[{ code: 'RESULTS', message: wrong, field: [] }]} />}
      {roundId && <Reading of={results}>{data => <Results key={data.appraisalRound?.id} form={form} of={data} />}</Reading>}
    </Part>
  );
}

function Results({ form, of }: { form: FormState<Values>; of: RoundResultsData }): ReactNode {
  const { language, texts } = useWords();
  const { draftProposal } = useProposalTexts();
  const [further, setFurther] = useState<Ranking>();
  const [reading, setReading] = useState(false);
  const [more, all] = [useMoreResults(), useAllResults()];
  const round = of.appraisalRound;
  const shown = further ?? round?.ranking;
  const nodes = shown?.nodes ?? [];
  const total = shown?.totalCount ?? 0;
  const read = async (pages: typeof more): Promise<Ranking | undefined> => {
    if (!round || !shown) return undefined;
    setReading(true);
    const next = await pages(round.id, shown);
    setReading(false);
    if (next) setFurther(next);
    return next;
  };
  const { without } = form.values;
  const toggleAll = async (): Promise<void> => {
    const left = without.length === 0 ? await read(all) : undefined;
    form.set('without', left?.nodes.map(({ id }) => id) ?? []);
  };
  if (nodes.length === 0) return <p className="quiet">{draftProposal.noResults}</p>;
  const toggle = (id: string): void => form.set('without', without.includes(id) ? without.filter(one => one !== id) : [...without, id]);
  const name = ({ rank, final, grade, unit, model }: (typeof nodes)[number]): string =>
    [
      model?.title ?? unit?.fullName,
      model && unit?.fullName,
      rank === null ? null : draftProposal.rank(rank),
      final && draftProposal.points(decimalText(final, language)),
      grade,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <fieldset className="choices">
      <legend>{draftProposal.results}</legend>
      <Checkbox
        label={draftProposal.chooseAll}
        checked={without.length === 0}
        indeterminate={without.length > 0 && without.length < total}
        onChange={() => void toggleAll()}
      />
      {nodes.map(node => (
        <Checkbox key={node.id} label={name(node)} checked={!without.includes(node.id)} onChange={() => toggle(node.id)} />
      ))}
      {total > nodes.length && (
        <div className="buttons">
          <span className="quiet">{draftProposal.onlyFirst(numberText(nodes.length, language), numberText(total, language))}</span>
          <Button variant="default" size="compact-sm" loading={reading} onClick={() => void read(more)}>
            {texts.common.more}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
