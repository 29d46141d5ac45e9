import { isDeepStrictEqual } from 'node:util';
import { invariant, MAX_CASES, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Id } from '../../shared/ids.js';
import { asGiven, count, write } from '../../shared/writing.js';
import { readVersions } from '../criteria/version.store.js';
import type { Derivation } from '../criteria/rules/derivation.js';
import { scoreOf } from '../criteria/rules/score.js';
import { inputsOfRound, roundOf } from './evaluation.store.js';
import { resultsOf, type EntryInput, type EntryResult, type Placing } from './results/round-result.js';

interface Kept {
  readonly number: number;
  readonly total: string | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly tieDecided: boolean;
  readonly derivation: Derivation | null;
  readonly inputs: EntryInput | null;
  readonly placing: Placing | null;
}

const DIFFERS = {
  params: { round: asGiven, number: count },
  vi: 'Đợt “{round}”: kết quả lưu của trường hợp số {number} khác kết quả tính lại từ các phiếu',
  en: 'Round “{round}”: the stored result of entry {number} differs from what its sheets give',
};
const REMEDY = {
  vi: 'Không lệnh nào của hệ thống tạo ra điều này. Hãy so với bản sao lưu; mở lại rồi khóa lại đợt sẽ tính lại từ các phiếu.',
  en: 'No command makes this. Compare with a backup; reopening and closing the round makes the results anew.',
};

/** Every result is what its sheets give: of closed rounds with ranks and grades, of open ones the running total. */
const recomputed: InvariantCheck = {
  name: 'evaluations.resultsAreRecomputed',
  sentences: [DIFFERS, REMEDY],
  async examine(query) {
    const rounds = await query<{ id: Id }>(`select id from appraisal_round order by id`);
    const cases = [];
    for (const { id } of rounds) {
      const round = (await roundOf(query, id))!;
      for (const number of await differingIn(query, id)) cases.push(write(DIFFERS, { round: round.name, number }));
    }
    return cases.length === 0 ? undefined : { count: cases.length, cases: cases.slice(0, MAX_CASES), remedy: REMEDY };
  },
};

/** The numbers of entries whose stored result is not what is recomputed. */
async function differingIn(query: QueryRows, roundId: Id): Promise<number[]> {
  const round = (await roundOf(query, roundId))!;
  const { aggregation, missing, abstained, outstandingBlocks } = round;
  const content = (await readVersions(query, [round.criteriaVersionId]))[0]!.says;
  const kept = await keptIn(query, roundId);
  const inputs = (await inputsOfRound(query, roundId)).map(({ id: _id, ...input }): EntryInput => input);
  const byNumber = new Map(inputs.map(input => [input.number, input]));
  if (round.state === 'OPEN') {
    const running = { aggregation, missing: 'LEAVE_OUT', abstained: 'LEAVE_OUT' } as const;
    return kept
      .filter(
        ({ number, derivation }) =>
          derivation !== null && !isDeepStrictEqual(derivation, scoreOf(content, { ...byNumber.get(number)!, rule: running })),
      )
      .map(({ number }) => number);
  }
  const results = new Map(
    resultsOf(content, { rule: { aggregation, missing, abstained }, outstandingBlocks }, inputs).map(one => [one.number, one]),
  );
  return kept.filter(one => !agrees(one, byNumber.get(one.number), results.get(one.number))).map(({ number }) => number);
}

const agrees = (kept: Kept, input: EntryInput | undefined, result: EntryResult | undefined): boolean =>
  result !== undefined &&
  isDeepStrictEqual(kept.derivation, result.derivation) &&
  isDeepStrictEqual(kept.placing, result.placing) &&
  isDeepStrictEqual(kept.inputs, input) &&
  kept.total === result.derivation.total &&
  kept.grade === result.grade &&
  (kept.tieDecided || kept.rank === result.placing.rank);

const keptIn = (query: QueryRows, roundId: Id): Promise<Kept[]> =>
  query<Kept>(
    `select number, trim_scale(total)::text as total, grade, rank, tie_decided_reason is not null as "tieDecided", derivation, inputs, standing as placing
       from evaluation where round_id = $1 and left_on is null order by number`,
    [roundId],
  );

const ranks = invariant('evaluations.equalRanksAreFlagged', {
  broken: `select r.name as round, e.rank, count(*)::int as n from evaluation e join appraisal_round r on r.id = e.round_id
            where e.rank is not null group by r.id, r.name, e.rank having count(*) > 1 and not bool_and(e.tied) order by r.name, e.rank`,
  describe: {
    params: { round: asGiven, rank: count, n: count },
    vi: 'Đợt “{round}”: {n} trường hợp cùng hạng {rank} mà không ghi là còn để ngỏ',
    en: 'Round “{round}”: {n} entries share the rank {rank} without being flagged as open',
  },
  remedy: REMEDY,
});

const sheets = invariant('evaluations.sheetsOfAssignedPeople', {
  broken: `select r.name as round, e.number from score_sheet s join evaluation e on e.id = s.evaluation_id join appraisal_round r on r.id = e.round_id
            where s.scorer_id is not null and not exists (select from appraisal_assignment a where a.evaluation_id = s.evaluation_id and a.person_id = s.scorer_id)
            order by r.name, e.number`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: trường hợp số {number} có phiếu của người không được phân công',
    en: 'Round “{round}”: entry {number} has a sheet of somebody who was not assigned',
  },
  remedy: REMEDY,
});

const copies = invariant('evaluations.daysOfTheirRound', {
  broken: `select r.name as round, e.number from evaluation e join appraisal_round r on r.id = e.round_id
            where e.opened_on <> r.opened_on or e.host_id <> r.unit_id or e.illustrative <> r.illustrative
               or (e.left_on is null and e.closed_on is distinct from r.closed_on) order by r.name, e.number`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: trường hợp số {number} ghi ngày, đơn vị tổ chức hoặc tính minh họa khác với đợt',
    en: 'Round “{round}”: entry {number} has other days, another unit or another mark than its round',
  },
  remedy: REMEDY,
});

const numbers = invariant('evaluations.numberedWithoutGap', {
  broken: `select r.name as round, max(e.number) as number from evaluation e join appraisal_round r on r.id = e.round_id
            group by r.id, r.name having max(e.number) <> count(*) order by r.name`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: số thứ tự đến {number} nhưng thiếu trường hợp',
    en: 'Round “{round}”: numbered up to {number}, but an entry is missing',
  },
  remedy: REMEDY,
});

const hosts = invariant('evaluations.partsOfOneHost', {
  broken: `select distinct r.name as round, e.number from evaluation e join appraisal_round r on r.id = e.round_id
             join (select evaluation_id, host_id from score_sheet union all select evaluation_id, host_id from appraisal_assignment
                   union all select evaluation_id, host_id from appraisal_conflict) part on part.evaluation_id = e.id
            where part.host_id <> e.host_id order by r.name, e.number`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: phiếu, phân công hoặc xung đột lợi ích của trường hợp số {number} ghi đơn vị tổ chức khác với đợt',
    en: 'Round “{round}”: a sheet, an assignment or a conflict of interest of entry {number} has another unit than its round',
  },
  remedy: REMEDY,
});

const selfTotals = invariant('evaluations.selfTotalsOfTheirSheets', {
  broken: `select r.name as round, e.number from evaluation e join appraisal_round r on r.id = e.round_id
             left join score_sheet s on s.evaluation_id = e.id and s.scorer_id is null and s.state = 'SUBMITTED'
            where e.self_total is distinct from s.total order by r.name, e.number`,
  describe: {
    params: { round: asGiven, number: count },
    vi: 'Đợt “{round}”: điểm tự chấm của trường hợp số {number} khác với phiếu tự chấm đã nộp',
    en: 'Round “{round}”: the total that entry {number} gives itself is not that of its submitted sheet',
  },
  remedy: REMEDY,
});

export const evaluationChecks: readonly InvariantCheck[] = [recomputed, ranks, sheets, copies, numbers, hosts, selfTotals];
