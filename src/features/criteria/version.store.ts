import type { QueryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/tx.js';
import { parsePartialDate, type LocalDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { foldText } from '../../shared/text.js';
import type { RecognitionLevel } from '../sectors/recognition-level.js';
import type { SubjectKind } from '../sectors/subject-kind.js';
import { CriteriaSetVersionEntity, CriterionEntity, type CriteriaSetEntity } from './criteria-set.entity.js';
import { CriteriaErrors } from './criteria.errors.js';
import type { GradedThing, SetHead, VersionHead } from './document/set-document.js';
import { inOrder, treeOf } from './rules/criteria-tree.js';
import type { VersionContent } from './rules/version-content.js';
import { SAID_VERSIONS, VERSIONS_IN_FORCE } from './version-sql.js';
import type { VersionState } from './version.lifecycle.js';

/** What a version says, with its head: the shape of the file format. */
export type SaidVersion = VersionHead & VersionContent;

/** A version as stored, with its set. */
export interface StoredVersion {
  readonly id: Id;
  readonly setId: Id;
  readonly issuerId: Id | null;
  readonly set: SetHead;
  readonly number: number;
  readonly state: VersionState;
  readonly version: number;
  readonly setVersion: number;
  readonly says: SaidVersion;
}

/** The parts of a version that are stored as one value. */
const RULES = [
  'grades',
  'gradeGap',
  'knockOuts',
  'caps',
  'bonus',
  'penalty',
  'mayPassMaximum',
  'beforeThresholds',
  'zeroOf',
  'checklist',
  'quotas',
  'tieBreaks',
  'marks',
] as const satisfies readonly (keyof VersionContent)[];
type Rules = Pick<VersionContent, (typeof RULES)[number]>;

interface VersionRow {
  readonly id: Id;
  readonly set_id: Id;
  readonly issuer_id: Id | null;
  readonly set_version: number;
  readonly name: string;
  readonly graded: GradedThing;
  readonly illustrative: boolean;
  readonly note: string | null;
  readonly number: number;
  readonly state: VersionState;
  readonly version: number;
  readonly act_number: string | null;
  readonly act_date: LocalDate | null;
  readonly act_issuer: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly scored_from: string | null;
  readonly subject_kinds: readonly SubjectKind[];
  readonly sector_code: string | null;
  readonly level: RecognitionLevel | null;
  readonly applies_to: string | null;
  readonly incompleteness: string | null;
  readonly source: string | null;
  readonly scoring: VersionContent['scoring'];
  readonly maximum: string | null;
  readonly places: number;
  readonly rounding: number;
  readonly rules: Rules;
  readonly criteria: VersionContent['criteria'];
}

/** Versions with everything they say, in the order of `ids`; `undefined` for one that does not exist. */
export async function readVersions(query: QueryRows, ids: readonly Id[]): Promise<(StoredVersion | undefined)[]> {
  const rows = await query<VersionRow>(SAID_VERSIONS, [ids]);
  const byId = new Map(rows.map(row => [row.id, storedOf(row)]));
  return ids.map(id => byId.get(id));
}

function storedOf(row: VersionRow): StoredVersion {
  const { name, graded, illustrative, note, number, state, version } = row;
  return {
    id: row.id,
    setId: row.set_id,
    issuerId: row.issuer_id,
    set: { name, graded, illustrative, note },
    number,
    state,
    version,
    setVersion: row.set_version,
    says: {
      act: { number: row.act_number, date: row.act_date, issuer: row.act_issuer },
      validFrom: row.valid_from,
      validTo: row.valid_to,
      scoredFrom: row.scored_from,
      subjectKinds: row.subject_kinds,
      sectorCode: row.sector_code,
      level: row.level,
      appliesTo: row.applies_to,
      incompleteness: row.incompleteness,
      source: row.source,
      scoring: row.scoring,
      maximum: row.maximum,
      places: row.places,
      criteria: row.criteria,
      rounding: row.rounding,
      ...row.rules,
    },
  };
}

/** Locks the set and its version until the transaction ends, so that two commands on versions of one set come one after the other. */
export async function lockVersion(tx: Tx, id: Id): Promise<StoredVersion> {
  const [owner] = await tx.query<{ id: Id }>(
    `select s.id from criteria_set s where s.id = (select set_id from criteria_set_version where id = $1) for update`,
    [id],
  );
  const [found] = owner ? await readVersions(tx.query, [id]) : [];
  if (!found) throw CriteriaErrors.CRITERIA_VERSION_NOT_FOUND({ id });
  return found;
}

/** For whom a version is, as one key: versions with the same key follow one another. */
export const applicabilityOf = ({ subjectKinds, sectorCode, level, appliesTo }: VersionHead): string =>
  [subjectKinds.toSorted().join('+'), sectorCode ?? '', level ?? '', appliesTo === null ? '' : foldText(appliesTo)].join('|');

const validityOf = ({ validFrom, validTo }: VersionHead): string => {
  const first = validFrom === null ? null : parsePartialDate(validFrom)!.earliest;
  const last = validTo === null ? null : parsePartialDate(validTo)!.latest;
  return `[${first ?? ''},${last ?? ''}${last === null ? ')' : ']'}`;
};

export async function nextNumber(tx: Tx, setId: Id): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    `select coalesce(max(number), 0) + 1 as next from criteria_set_version where set_id = $1`,
    [setId],
  );
  return row!.next;
}

interface Place {
  readonly setId: Id;
  readonly number: number;
  readonly sectorId: Id | null;
}

/** A set, locked until the transaction ends, and whether any of its versions is or was law. */
export async function lockSet(tx: Tx, id: Id): Promise<(CriteriaSetEntity & { readonly isPublished: boolean }) | undefined> {
  const [set] = await tx.query<CriteriaSetEntity & { isPublished: boolean }>(
    `select s.id, s.issuer_id as "issuerId", s.name, s.graded, s.illustrative, s.note, s.version,
            exists (select from criteria_set_version v where v.set_id = s.id and v.state <> 'DRAFT') as "isPublished"
       from criteria_set s where s.id = $1 for update`,
    [id],
  );
  return set;
}

/** Writes a new draft. @returns its id */
export async function insertDraft(tx: Tx, says: SaidVersion, { setId, number, sectorId }: Place): Promise<Id> {
  const id = newId();
  await tx.manager.insert(CriteriaSetVersionEntity, { id, setId, number, state: 'DRAFT', ...rowOf(says), sectorId });
  await insertCriteria(tx, id, says);
  return id;
}

/** Replaces everything that a draft says. */
export async function replaceDraft(tx: Tx, { id, version }: StoredVersion, says: SaidVersion, sectorId: Id | null): Promise<void> {
  await tx.query(`delete from criterion where version_id = $1`, [id]);
  await tx.manager.update(CriteriaSetVersionEntity, { id }, { ...rowOf(says), sectorId, version: version + 1 });
  await insertCriteria(tx, id, says);
}

const rowOf = (says: SaidVersion): Omit<CriteriaSetVersionEntity, 'id' | 'setId' | 'number' | 'state' | 'sectorId' | 'version'> => ({
  actNumber: says.act.number,
  actDate: says.act.date,
  actIssuer: says.act.issuer,
  validFrom: says.validFrom,
  validTo: says.validTo,
  scoredFrom: says.scoredFrom,
  validity: validityOf(says),
  subjectKinds: [...says.subjectKinds],
  level: says.level,
  appliesTo: says.appliesTo,
  applicability: applicabilityOf(says),
  incompleteness: says.incompleteness,
  source: says.source,
  scoring: says.scoring,
  maximum: says.maximum,
  places: says.places,
  rounding: says.rounding,
  rules: Object.fromEntries(RULES.map(name => [name, says[name]])),
  publishedOn: null,
  publishReason: null,
  supersededById: null,
});

async function insertCriteria(tx: Tx, versionId: Id, { criteria }: SaidVersion): Promise<void> {
  const ids = new Map(criteria.map(({ code }) => [code, newId()]));
  const rows = inOrder(treeOf(criteria)).map(({ code, parentCode, kind, text, maximum, note, levels, depth }, i) => {
    const parentId = parentCode === null ? null : ids.get(parentCode)!;
    return { id: ids.get(code)!, versionId, parentId, place: i + 1, depth, kind, code, text, maximum, note, levels };
  });
  if (rows.length > 0) await tx.manager.insert(CriterionEntity, rows);
}

/** A published version of the set that is in force, with what it applies to. */
export interface VersionInForce {
  readonly id: Id;
  readonly number: number;
  readonly applicability: string;
  readonly subjectKinds: readonly SubjectKind[];
  readonly sectorCode: string | null;
  readonly level: RecognitionLevel | null;
  readonly appliesTo: string | null;
  readonly from: LocalDate | null;
}

export const versionsInForce = (query: QueryRows, setId: Id): Promise<VersionInForce[]> =>
  query<VersionInForce>(VERSIONS_IN_FORCE, [setId]);

export async function setPublished(tx: Tx, id: Id, supersedes: Id | null, reason: string | null): Promise<void> {
  if (supersedes !== null)
    await tx.query(`update criteria_set_version set state = 'SUPERSEDED', superseded_by_id = $2, version = version + 1 where id = $1`, [
      supersedes,
      id,
    ]);
  await tx.query(
    `update criteria_set_version set state = 'PUBLISHED', published_on = $2, publish_reason = $3, version = version + 1 where id = $1`,
    [id, tx.today, reason],
  );
}

/** Removes a draft, and its set when it was the only version. @returns whether the set went with it */
export async function removeDraft(tx: Tx, { id, setId }: StoredVersion): Promise<boolean> {
  await tx.query(`delete from criterion where version_id = $1`, [id]);
  await tx.query(`delete from criteria_set_version where id = $1`, [id]);
  const [left] = await tx.query(`select from criteria_set_version where set_id = $1 limit 1`, [setId]);
  if (!left) await tx.query(`delete from criteria_set where id = $1`, [setId]);
  return !left;
}
