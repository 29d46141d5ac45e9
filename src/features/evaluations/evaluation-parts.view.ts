import { shownActor } from '../../platform/audit/shown-actor-sql.js';
import { sql, type Sql } from '../../platform/database/sql.js';
import { computed, value } from '../../platform/views/view-fields.js';
import { view, type AnyView } from '../../platform/views/view.js';
import { visibleToAll } from '../../platform/views/visibility.js';
import type { Derivation } from '../criteria/rules/derivation.js';
import type { EntryField, EvaluationExplanation, FeedbackLine, StatedAnswer } from './evaluation-parts.graphql.js';
import { sentencesOf, type Decisions, type WordsOfVersion } from './results/result-sentences.js';
import type { EntryInput, Placing } from './results/round-result.js';

/** What people decided, as `Decisions`. */
const decided = (row: Sql): Sql =>
  sql`json_build_object('grade', ${row}.decided_grade, 'gradeBy', ${shownActor(sql`${row}.decided_by`)}, 'gradeReason', ${row}.decided_reason,
        'tieBy', ${shownActor(sql`${row}.tie_decided_by`)}, 'tieReason', ${row}.tie_decided_reason)`;

const explained = (read: (steps: readonly string[]) => unknown) =>
  computed<[Derivation, EntryInput | null, Placing | null, number | null, WordsOfVersion, Decisions]>(
    ['derivation', 'inputs', 'standing', 'rank', 'said', decided],
    (derivation, inputs, placing, rank, words, decisions) => {
      const said = sentencesOf(words, derivation, { conflicted: inputs?.conflicted.length ?? 0, placing, rank, decisions });
      return read(said.map(({ vi }) => vi));
    },
  );

export const evaluationExplanationView: AnyView = view<EvaluationExplanation>()('EvaluationExplanation', {
  scope: visibleToAll('shown within its evaluation, whose scope applies'),
  fields: {
    text: explained(steps => steps.join('\n')),
    steps: explained(steps => steps),
    data: computed<[Derivation]>(['derivation'], derivation => JSON.stringify(derivation)),
  },
});

export const entryFieldView: AnyView = view<EntryField>()('EntryField', {
  scope: visibleToAll('shown within its evaluation, whose scope applies'),
  fields: { name: value('name'), text: value('text') },
});

export const statedAnswerView: AnyView = view<StatedAnswer>()('StatedAnswer', {
  scope: visibleToAll('shown within its evaluation, whose scope applies'),
  fields: { code: value('code'), holds: value('holds') },
});

export const feedbackLineView: AnyView = view<FeedbackLine>()('FeedbackLine', {
  scope: visibleToAll('shown within its evaluation, whose scope applies'),
  fields: { code: value('code'), text: value('text'), points: value('points'), words: value('words') },
});
