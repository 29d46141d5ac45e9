import { byBytes, byNumber, columns, idOf, moment, shownIn, type Chapter, type Shown } from './oracle.chapter.js';
import { sheetFields } from './oracle.evaluation-parts.js';

/** Who scores an entry, and the sheets. */
export const sheetTypes: Chapter['fields'] = {
  AppraisalJudge: {
    ...columns({ how: 'how', assignedOn: 'assigned_on' }),
    person: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.person_id, day),
    conflicts: ({ row, day }: Shown, _, { all }) =>
      all.appraisalConflicts
        .filter(one => one.evaluation_id === row.evaluation_id && one.person_id === row.person_id)
        .toSorted((a, b) => byBytes(a.reason, b.reason))
        .map(one => ({ type: 'part', row: one, day })),
  },
  AppraisalConflict: columns({
    reason: 'reason',
    declared: 'declared',
    words: 'words',
    foundOn: 'found_on',
    overrideReason: 'override_reason',
    overriddenBy: 'overridden_by',
  }),
  ScoreSheet: {
    id: idOf,
    ...sheetFields,
    ...columns({ paper: 'paper' }),
    scorer: ({ row, day }: Shown, _, { rows }) => shownIn('Person', rows.people, row.scorer_id, day),
    revisions: ({ row, day }: Shown, _, { all }) =>
      all.sheetRevisions
        .filter(({ sheet_id }) => sheet_id === row.id)
        .toSorted((a, b) => byNumber(b.number, a.number))
        .map(one => ({ type: 'part', row: one, day })),
  },
  SelfAssessment: sheetFields,
  SheetScore: columns({ code: 'code', points: 'points', mark: 'mark', level: 'level', words: 'words' }),
  SheetRevision: { ...columns({ number: 'number', state: 'state', by: 'actor_name', content: 'content_text' }), at: moment('at') },
};
