import { contains, type LocalDate } from '../../src/shared/dates.js';
import { historyOf } from './oracle.audit.js';
import {
  bothWays,
  byBytes,
  byVietnamese,
  columns,
  holds,
  idOf,
  rowId,
  shownAll,
  shownIn,
  type Answer,
  type Chapter,
  type ListOracle,
  type Shown,
  type World,
} from './oracle.chapter.js';
import { outcomeOf, quorumOf } from './oracle.quorum.js';
import { nestedPage, rootPage } from './oracle.page.js';
import type { AnyRow, Dated } from './oracle.rows.js';
import { lastDay, reachOf, shownUnit } from './oracle.units.js';

type DatedRow = AnyRow & Dated;
const RANKS = ['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'];
const lastDayOf: Answer = ({ row }: Shown) => lastDay(row as never);
const byTime = (a: DatedRow, b: DatedRow): number =>
  byBytes(a.from!, b.from!) || byBytes(a.to ?? '9999-99-99', b.to ?? '9999-99-99') || byBytes(a.id, b.id);

const councilList: ListOracle<Shown<DatedRow>> = {
  things: ({ rows }, day) =>
    shownAll(
      'Council',
      rows.councils.filter(row => row.from! <= day || row.recorded_on <= day),
      day,
    ),
  filter: {
    text:
      (words: string) =>
      ({ row }) =>
        holds(row.name, words),
    unitId: (id: string, world, day) => {
      const units = reachOf(world, rowId('Unit', id), day);
      return ({ row }) => units.has(row.unit_id);
    },
    kind:
      (kinds: string[]) =>
      ({ row }) =>
        kinds.includes(row.kind),
    personId: (given: string, { rows }, day) => {
      const id = rowId('Person', given);
      const isSeen = rows.people.some(person => person.id === id);
      return ({ row }) =>
        isSeen && rows.councilMembers.some(one => one.council_id === row.id && one.person_id === id && contains(one, day));
    },
    on:
      (day: LocalDate) =>
      ({ row }) =>
        contains(row, day),
  },
  order: {
    ...bothWays('NAME', ({ row }) => row.name, byVietnamese),
    ...bothWays('VALID_FROM', ({ row }) => row.from, byBytes),
  },
};

const sessionList: ListOracle<Shown> = {
  things: ({ rows }, day) =>
    shownAll(
      'CouncilSession',
      rows.councilSessions.filter(row => row.held_on <= day),
      day,
    ),
  filter: {
    kind:
      (kinds: string[]) =>
      ({ row }) =>
        kinds.includes(row.kind),
    from:
      (day: LocalDate) =>
      ({ row }) =>
        row.held_on >= day,
    to:
      (day: LocalDate) =>
      ({ row }) =>
        row.held_on <= day,
  },
  order: bothWays('HELD_ON', ({ row }) => row.held_on, byBytes),
};

const membersOf =
  (current: boolean): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    rows.councilMembers
      .filter(one => one.council_id === row.id && (!current || contains(one, day)))
      .toSorted((a, b) => (current ? RANKS.indexOf(a.role) - RANKS.indexOf(b.role) || byBytes(a.id, b.id) : byTime(a, b)))
      .map(member => ({ type: 'CouncilMember', row: member, day }));

const rulesOf =
  (current: boolean): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    rows.councilRules
      .filter(one => one.council_id === row.id && (!current || contains(one, day)))
      .toSorted(byTime)
      .map(rule => ({ type: 'CouncilRule', row: rule, day }));

const councilOf: Answer = ({ row, day }: Shown, _, { rows }) => shownIn('Council', rows.councils, row.council_id, day);

const memberBy =
  (column: string): Answer =>
  ({ row, day }: Shown, _, { rows }) =>
    shownIn('CouncilMember', rows.councilMembers, row[column], day);

const partsBy =
  (type: string, rowsOf: (world: World) => readonly AnyRow[], column: string, key: (row: AnyRow) => string): Answer =>
  ({ row, day: on }: Shown, _, world) =>
    rowsOf(world)
      .filter(one => one[column] === row.id)
      .toSorted((a, b) => byBytes(key(a), key(b)))
      .map(found => ({ type, row: found, day: on }));

const fraction =
  (of: 'presence' | 'majority'): Answer =>
  ({ row }: Shown) => ({
    type: 'CouncilFraction',
    row: { numerator: row[`${of}_numerator`], denominator: row[`${of}_denominator`], more_than: row[`${of}_more_than`] },
  });

export const councilsChapter: Chapter = {
  lists: { Council: councilList, CouncilSession: sessionList },
  nodes: {
    Council: rows => rows.councils,
    CouncilMember: rows => rows.councilMembers,
    CouncilRule: rows => rows.councilRules,
    CouncilSession: rows => rows.councilSessions,
  },
  fields: {
    Query: {
      councils: rootPage('Council', councilList),
      council: (_, args, { rows, today }) => shownIn('Council', rows.councils, rowId('Council', args.id), args.asOf ?? today),
    },
    Council: {
      id: idOf,
      ...columns({ name: 'name', kind: 'kind', validFrom: 'from', note: 'note', version: 'version' }),
      unit: ({ row, day: on }: Shown, _, world) => shownUnit(world, row.unit_id, on),
      act: (shown: Shown) => shown,
      validTo: lastDayOf,
      members: membersOf(true),
      allMembers: membersOf(false),
      rules: rulesOf(true),
      allRules: rulesOf(false),
      sessions: nestedPage('CouncilSession', sessionList, ({ row }: Shown, { row: council }: Shown) => row.council_id === council.id),
      history: historyOf('Council'),
    },
    CouncilMember: {
      id: idOf,
      council: councilOf,
      history: historyOf('CouncilMember'),
      ...columns({ role: 'role', validFrom: 'from', basis: 'basis', endReason: 'end_reason', version: 'version' }),
      person: ({ row, day: on }: Shown, _, { rows }) => shownIn('Person', rows.people, row.person_id, on),
      validTo: lastDayOf,
    },
    CouncilRule: {
      id: idOf,
      council: councilOf,
      history: historyOf('CouncilRule'),
      ...columns({
        sessionKind: 'session_kind',
        presenceCountsWritten: 'presence_counts_written',
        majorityOf: 'majority_of',
        majorityCountsWritten: 'majority_counts_written',
        validFrom: 'from',
        basis: 'basis',
        version: 'version',
      }),
      presence: fraction('presence'),
      majority: fraction('majority'),
      validTo: lastDayOf,
    },
    CouncilFraction: columns({ numerator: 'numerator', denominator: 'denominator', moreThan: 'more_than' }),
    CouncilSession: {
      id: idOf,
      ...columns({
        kind: 'kind',
        heldOn: 'held_on',
        subject: 'subject',
        minutesNumber: 'minutes_number',
        minutesDate: 'minutes_date',
        minutesText: 'minutes_text',
        version: 'version',
      }),
      council: ({ row }: Shown, _, { rows }) => shownIn('Council', rows.councils, row.council_id, row.held_on),
      rule: ({ row, day: on }: Shown, _, { rows }) => shownIn('CouncilRule', rows.councilRules, row.rule_id, on),
      chair: memberBy('chair_id'),
      secretary: memberBy('secretary_id'),
      attendance: partsBy(
        'CouncilAttendance',
        ({ all }) => all.attendance,
        'session_id',
        one => one.member_id,
      ),
      quorum: ({ row }: Shown, _, world) => ({ type: 'CouncilQuorum', row: quorumOf(world, row) }),
      questions: partsBy(
        'CouncilQuestion',
        ({ all }) => all.questions,
        'session_id',
        one => one.id,
      ),
      history: historyOf('CouncilSession'),
    },
    CouncilQuorum: columns({
      met: 'met',
      needed: 'needed',
      inTerm: 'inTerm',
      present: 'present',
      written: 'written',
      explanation: 'explanation',
    }),
    CouncilAttendance: { member: memberBy('member_id'), ...columns({ presence: 'presence' }) },
    CouncilQuestion: {
      id: idOf,
      ...columns({
        text: 'text',
        inFavour: 'in_favour',
        against: 'against',
        abstained: 'abstained',
        writtenInFavour: 'written_in_favour',
        writtenAgainst: 'written_against',
        writtenAbstained: 'written_abstained',
      }),
      adopted: ({ row }: Shown, _, world) => outcomeOf(world, row).adopted,
      explanation: ({ row }: Shown, _, world) => outcomeOf(world, row).explanation,
      opinions: partsBy(
        'CouncilOpinion',
        ({ all }) => all.opinions,
        'question_id',
        one => one.member_id,
      ),
    },
    CouncilOpinion: { member: memberBy('member_id'), ...columns({ choice: 'choice', words: 'words' }) },
  },
};
