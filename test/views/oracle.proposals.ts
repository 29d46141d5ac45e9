import { explained } from '../../src/features/proposals/standards/standards.js';
import { toGlobalId } from '../../src/shared/ids.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byNumber,
  columns,
  idOf,
  is,
  rowId,
  shownAll,
  shownIn,
  thing,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { holdOf } from './oracle.holds.js';
import { rootPage } from './oracle.page.js';
import type { AnyRow, Rows } from './oracle.rows.js';
import { unitAt } from './oracle.units.js';

const partsOf =
  (type: string, rowsOf: (all: Rows) => readonly AnyRow[]): Answer =>
  ({ row, day }: Shown, _, { all }) =>
    shownAll(
      type,
      rowsOf(all)
        .filter(({ proposal_id }) => proposal_id === row.id)
        .toSorted((a, b) => byBytes(a.id, b.id)),
      day,
    );

const proposalList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'Proposal',
      rows.proposals.filter(({ drafted_on }) => drafted_on <= day),
      day,
    ),
  filter: {
    state:
      (states: string[]) =>
      ({ row }) =>
        states.includes(row.state),
    proposerId: is('proposer_id', 'Unit'),
    issuerId: is('issuer_id', 'Unit'),
    roundId: is('round_id', 'AppraisalRound'),
  },
  order: bothWays('DRAFTED_ON', ({ row }) => row.drafted_on, byBytes),
};

const grantedFrom = ({ all }: World, quota: AnyRow): number =>
  all.commendations
    .filter(one => {
      const entry = all.evaluations.find(({ id }) => id === one.evaluation_id);
      return (
        one.revoked_on === null &&
        entry?.round_id === quota.round_id &&
        entry!.block === quota.block &&
        one.form === quota.form &&
        one.recipient_kind === quota.kind
      );
    })
    .reduce((sum, { count }) => sum + count, 0);

const standardOf =
  (field: 'met' | 'of' | 'missing' | 'near' | 'text'): Answer =>
  ({ row }: Shown) =>
    explained(row.form, row.met, row.drafted_on)[field];

/** Proposals with what belongs to them, and quotas. */
export const proposalsChapter: Chapter = {
  lists: { Proposal: proposalList },
  nodes: { Proposal: rows => rows.proposals },
  fields: {
    Query: {
      proposals: rootPage('Proposal', proposalList),
      proposal: (_, args, { rows, today }) => shownIn('Proposal', rows.proposals, rowId('Proposal', args.id), args.asOf ?? today),
    },
    AppraisalRound: {
      commendationQuotas: ({ row, day }: Shown, _, world: World) =>
        shownAll(
          'CommendationQuota',
          world.all.commendationQuotas
            .filter(({ round_id }) => round_id === row.id)
            .map((quota): AnyRow => ({ ...quota, granted: grantedFrom(world, quota) }))
            .toSorted((a, b) => byBytes(a.block, b.block) || byBytes(a.form, b.form) || byBytes(a.kind, b.kind)),
          day,
        ),
    },
    CommendationQuota: columns({ block: 'block', form: 'form', kind: 'kind', most: 'most', granted: 'granted', basis: 'basis' }),
    Proposal: {
      id: idOf,
      ...columns({
        title: 'title',
        state: 'state',
        draftedOn: 'drafted_on',
        sentOn: 'sent_on',
        receivedOn: 'received_on',
        returnedOn: 'returned_on',
        returnReason: 'return_reason',
        commentFrom: 'comment_from',
        commentTo: 'comment_to',
        contentHash: 'content_hash',
        despiteReason: 'despite_reason',
        version: 'version',
      }),
      proposer: unitAt('proposer_id', 'drafted_on'),
      issuer: unitAt('issuer_id', 'sent_on'),
      round: thing('AppraisalRound', rows => rows.appraisalRounds, 'round_id'),
      decision: thing('Decision', rows => rows.decisions, 'decision_id'),
      items: ({ row, day }: Shown, _, { all }: World) =>
        shownAll(
          'ProposedItem',
          all.proposedItems
            .filter(({ proposal_id }) => proposal_id === row.id)
            .map((item): AnyRow => ({ ...item, drafted_on: row.drafted_on }))
            .toSorted((a, b) => byNumber(a.number, b.number)),
          day,
        ),
      dossier: ({ row, day }: Shown, _, { all }: World) =>
        shownAll(
          'ProposalFile',
          all.proposalFiles.filter(({ proposal_id }) => proposal_id === row.id).toSorted((a, b) => byBytes(a.file_id, b.file_id)),
          day,
        ),
      missingParts: ({ row }: Shown, _, { all }: World) =>
        ['REQUEST', 'MINUTES', 'ACHIEVEMENT_REPORT'].filter(
          part => !all.proposalFiles.some(file => file.proposal_id === row.id && file.part === part),
        ),
      clearances: partsOf('Clearance', all => all.clearances),
      objections: partsOf('Objection', all => all.objections),
      history: historyOf('Proposal'),
    },
    ProposalFile: { ...columns({ part: 'part' }), file: thing('File', rows => rows.files, 'file_id') },
    Clearance: {
      id: ({ row }: Shown) => toGlobalId('Clearance', row.id),
      ...columns({ agency: 'agency', askedOn: 'asked_on', answeredOn: 'answered_on', result: 'result', words: 'words' }),
    },
    Objection: {
      id: ({ row }: Shown) => toGlobalId('Objection', row.id),
      ...columns({ receivedOn: 'received_on', words: 'words', answeredOn: 'answered_on', answer: 'answer' }),
    },
    ProposedItem: {
      ...columns({
        number: 'number',
        form: 'form',
        kind: 'kind',
        name: 'name',
        post: 'post',
        unitName: 'unit_name',
        count: 'count',
        reason: 'reason',
        periodFrom: 'period_from',
        periodTo: 'period_to',
        leftOutReason: 'left_out_reason',
      }),
      met: ({ row, day }: Shown) => {
        const codes = Object.keys(row.met).toSorted(byBytes);
        return shownAll(
          'MetCondition',
          codes.map((code): AnyRow => ({ id: code, basis: row.met[code] })),
          day,
        );
      },
      model: thing('EmulationModel', rows => rows.models, 'model_id'),
      person: thing('Person', rows => rows.people, 'person_id'),
      unit: unitAt('unit_id'),
      evaluation: thing('Evaluation', rows => rows.evaluations, 'evaluation_id'),
      commendation: thing('Commendation', rows => rows.commendations, 'commendation_id'),
      standard: (shown: Shown) => shown,
      earlier: ({ row, day }: Shown, _, { rows }: World) =>
        shownAll(
          'Commendation',
          rows.commendations
            .filter(one => row.model_id !== null && one.model_id === row.model_id && one.revoked_on === null)
            .toSorted((a, b) => byBytes(a.id, b.id)),
          day,
        ),
      hold: holdOf,
    },
    MetCondition: columns({ code: 'id', basis: 'basis' }),
    StandardExplanation: {
      met: standardOf('met'),
      of: standardOf('of'),
      missing: standardOf('missing'),
      near: standardOf('near'),
      text: standardOf('text'),
    },
  },
};
