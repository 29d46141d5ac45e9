import { Injectable } from '@nestjs/common';
import { Rights } from '../access/rights.js';
import { identifier, sql, type Sql } from '../database/sql.js';
import type { Tx } from '../database/tx.js';
import { TYPE_NAMES } from '../errors/type-names.js';
import { Scopes, type Visibility } from '../views/scopes.js';
import type { Id } from '../../shared/ids.js';
import type { Language, NamedValue } from '../../shared/language.js';
import { count } from '../../shared/writing.js';
import { RecordKinds, type ForeignKey } from './record-kinds.js';
import { partOf, unitOf, type RecordKind, type RecordRow, type RestingKind } from './record-kind.js';

/** How many things of one kind rest on a record. */
export interface Resting {
  readonly kind: RestingKind;
  /** Those that the caller sees. */
  readonly seen: number;
  /** Those that they do not see: they are counted together, without their kinds. */
  readonly unseen: number;
}

/** Counts what rests on a record: every row of the registry with a foreign key to it, except its own parts. */
@Injectable()
export class RestingReader {
  constructor(
    private readonly kinds: RecordKinds,
    private readonly scopes: Scopes,
    private readonly rights: Rights,
  ) {}

  /** Things of each kind that rest on the record. The caller has locked the record, so that none is added meanwhile. */
  async whatRestsOn(tx: Tx, kind: RecordKind, record: RecordRow): Promise<Resting[]> {
    const byKind = new Map<RestingKind, ForeignKey[]>();
    for (const key of this.kinds.referencesTo(kind.table)) {
      if (partOf(kind, key.table)) continue;
      const resting = this.kinds.countedAs(key.table);
      byKind.set(resting, [...(byKind.get(resting) ?? []), key]);
    }
    const found: Resting[] = [];
    for (const [resting, keys] of byKind)
      found.push(await this.count(tx, resting, keys, record.id, await this.visibility(tx, resting, unitOf(kind, record))));
    return found.filter(({ seen, unseen }) => seen + unseen > 0);
  }

  private async visibility({ actor }: Tx, { seenBy }: RestingKind, unitId: Id | null): Promise<Visibility | undefined> {
    if (!('action' in seenBy)) return this.scopes.visibility(actor, seenBy, sql`x`, 2);
    const reaches = await this.rights.reaches(actor, seenBy.action);
    return reaches(unitId) ? undefined : { condition: sql`$2 = ''`, value: '-' };
  }

  private async count(
    tx: Tx,
    kind: RestingKind,
    keys: readonly ForeignKey[],
    id: Id,
    visibility: Visibility | undefined,
  ): Promise<Resting> {
    const own = identifier(kind.id ?? 'id');
    const referring = keys.map(({ table, column }) => {
      const thing = identifier(table === kind.table ? own : kind.links![table]!);
      return sql`select t.${thing} as id from ${identifier(table)} t where t.${column} = $1`;
    });
    const isSeen = visibility?.condition ?? sql`true`;
    const [row] = await tx.query<{ seen: number; unseen: number }>(
      sql`select count(*) filter (where (${isSeen}) is true)::int as seen, count(*) filter (where (${isSeen}) is not true)::int as unseen
            from (${union(referring)}) resting join ${identifier(kind.table)} x on x.${own} = resting.id`,
      [id, ...(visibility ? [visibility.value] : [])],
    );
    return { kind, ...row! };
  }
}

const union = (selects: readonly Sql[]): Sql => selects.join(' union ') as Sql;

/** “3 mô hình, 2 gia hạn, 1 bản ghi khác mà bạn không xem được”. */
export function namesOfResting(found: readonly Resting[]): NamedValue {
  const unseen = found.reduce((sum, each) => sum + each.unseen, 0);
  const named = found.filter(({ seen }) => seen > 0);
  const rest = {
    vi: 'bản ghi khác mà bạn không xem được',
    en: unseen === 1 ? 'other record that you cannot see' : 'other records that you cannot see',
  };
  const textIn = (language: Language): string =>
    [
      ...named.map(({ kind, seen }) => `${count(seen, language)} ${nameOf(kind, seen)[language]}`),
      ...(unseen > 0 ? [`${count(unseen, language)} ${rest[language]}`] : []),
    ].join(', ');
  return { value: named.map(({ kind }) => kind.type).join(', '), vi: textIn('vi'), en: textIn('en') };
}

/** What a kind is called in a sentence, in the plural for other counts than 1. */
export function nameOf({ type, name }: RestingKind, n = 1): { readonly vi: string; readonly en: string } {
  if (name) return name;
  const { vi, en } = TYPE_NAMES[type]!;
  return { vi, en: n === 1 ? en : `${en}s` };
}
