import { sql } from '../../platform/database/sql.js';
import type { QueryRows } from '../../platform/database/query-rows.js';
import type { LocalDate } from '../../shared/dates.js';
import { toGlobalId, type Id } from '../../shared/ids.js';
import { gradeName, gradeOn, needsDecision } from '../evaluations/evaluation-sql.js';
import type { SubjectKind } from '../sectors/subject-kind.js';
import { flattened, type FlatContent } from './proposal.content.js';

/** A round as proposals rest on it. */
export interface ResultRound {
  readonly name: string;
  readonly councilId: Id | null;
  /** `null`: still open. */
  readonly closedOn: LocalDate | null;
}

export const resultRound = async (query: QueryRows, id: Id): Promise<ResultRound | undefined> =>
  (await query<ResultRound>(`select name, council_id as "councilId", closed_on as "closedOn" from appraisal_round where id = $1`, [id]))[0];

/** A result of a closed round, as a line of a proposal begins. */
export interface RoundResult {
  readonly id: Id;
  readonly number: number;
  readonly rank: number | null;
  readonly grade: string | null;
  readonly modelId: Id | null;
  readonly unitId: Id;
  readonly kind: SubjectKind;
  readonly undecided: boolean;
}

/** The results of entries that have not left, in the order of their ranks. */
export const resultsOfRound = (query: QueryRows, roundId: Id, day: LocalDate): Promise<RoundResult[]> => {
  const [entry, on] = [sql`e`, sql`$2::date`];
  return query<RoundResult>(
    sql`select e.id, e.number, e.rank, ${gradeName(entry, gradeOn(entry, on))} as grade, e.model_id as "modelId", e.unit_id as "unitId",
          coalesce(m.subject_kind, 'COLLECTIVE') as kind, ${needsDecision(entry, on)} as undecided
        from evaluation e left join emulation_model m on m.id = e.model_id
       where e.round_id = $1 and e.left_on is null order by e.rank nulls last, e.number`,
    [roundId, day],
  );
};

/** Those of the last lines that name somebody without a unit, with their places among them. @param last how many */
export const itemsWithoutUnit = (query: QueryRows, id: Id, last: number): Promise<{ index: number; name: string }[]> =>
  query<{ index: number; name: string }>(
    `select (i.number - 1 - t.n + $2)::int as index, i.name from proposal_item i
       cross join (select count(*)::int as n from proposal_item where proposal_id = $1) t
      where i.proposal_id = $1 and i.unit_id is null and i.name is not null and i.number > t.n - $2 order by i.number`,
    [id, last],
  );

/** The lines that were granted, each with its commendation. */
export const grantedLines = (query: QueryRows, id: Id): Promise<{ number: number; commendationId: Id }[]> =>
  query<{ number: number; commendationId: Id }>(
    `select number, commendation_id as "commendationId" from proposal_item where proposal_id = $1 and commendation_id is not null order by number`,
    [id],
  );

const globalOr = (type: string, id: Id | null): string | null => (id === null ? null : toGlobalId(type, id));

interface SaidItem {
  readonly number: number;
  readonly modelId: Id | null;
  readonly unitId: Id | null;
  readonly personId: Id | null;
  readonly evaluationId: Id | null;
}

interface Said {
  readonly title: string;
  readonly items: readonly SaidItem[];
  readonly dossier: readonly { readonly part: string; readonly name: string; readonly sha256: string }[];
  readonly clearances: readonly object[];
}

/** What an approval binds to: the title, the lines, the dossier, and what other agencies answered. */
export async function contentOf(query: QueryRows, id: Id): Promise<FlatContent> {
  const [said] = await query<Said>(
    `select p.title,
        (select coalesce(json_agg(json_build_object('number', i.number, 'form', i.form, 'kind', i.kind, 'modelId', i.model_id, 'unitId', i.unit_id,
           'personId', i.person_id, 'evaluationId', i.evaluation_id, 'name', i.name, 'post', i.post, 'unitName', i.unit_name, 'count', i.count, 'reason', i.reason,
           'periodFrom', i.period_from, 'periodTo', i.period_to, 'met', i.met) order by i.number), '[]') from proposal_item i where i.proposal_id = p.id) as items,
        (select coalesce(json_agg(json_build_object('part', d.part, 'name', f.name, 'sha256', f.sha256) order by d.file_id), '[]')
           from proposal_file d join file f on f.id = d.file_id where d.proposal_id = p.id) as dossier,
        (select coalesce(json_agg(json_build_object('agency', c.agency, 'askedOn', c.asked_on, 'answeredOn', c.answered_on, 'result', c.result, 'words', c.words)
           order by c.id), '[]') from proposal_clearance c where c.proposal_id = p.id) as clearances
       from proposal p where p.id = $1`,
    [id],
  );
  const { title, items, dossier, clearances } = said!;
  return flattened({
    title,
    items: Object.fromEntries(
      items.map(({ number, modelId, unitId, personId, evaluationId, ...item }) => [
        number,
        {
          ...item,
          model: globalOr('EmulationModel', modelId),
          unit: globalOr('Unit', unitId),
          person: globalOr('Person', personId),
          evaluation: globalOr('Evaluation', evaluationId),
        },
      ]),
    ),
    dossier: Object.fromEntries(dossier.map(({ part, name, sha256 }) => [sha256, `${part}: ${name}`])),
    clearances,
  });
}
