import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityMetadata } from 'typeorm';
import type { QueryRows } from '../database/query-rows.js';
import type { Bilingual } from '../../shared/language.js';
import { codePointOf, SIGN_KINDS } from '../../shared/signs.js';
import { Doctor } from './doctor.js';
import { MAX_CASES, type InvariantViolation } from './invariant-check.js';

/** The trail is never changed. Columns of other types are not texts that people entered: `jsonb` holds copies of the past. */
const UNCHANGEABLE: ReadonlySet<string> = new Set(['audit_entry']);

const regexpEscape = (code: number): string => `\\U${code.toString(16).padStart(8, '0')}`;
const SIGN = `[${SIGN_KINDS.flatMap(({ ranges }) => ranges.map(([first, last]) => `${regexpEscape(first)}-${regexpEscape(last)}`)).join('')}]`;

interface Found {
  readonly place: string;
  readonly id: string;
  readonly sign: string;
  readonly all: number;
}

/**
 * Texts that were stored before entered texts were put in plain signs, and rows that are equal since (see the migration of plain signs). The columns come
 * from the entities, so that a new one is examined, too.
 */
@Injectable()
export class TextChecks implements OnModuleInit {
  constructor(
    private readonly doctor: Doctor,
    private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.doctor.register([
      { name: 'text.plainSigns', sentences: [SIGNS_REMEDY], examine: query => this.oddSigns(query) },
      { name: 'text.twins', sentences: [TWINS_REMEDY], examine: query => this.twins(query) },
    ]);
  }

  private async oddSigns(query: QueryRows): Promise<InvariantViolation | undefined> {
    const selects = this.source.entityMetadatas
      .filter(({ tableName }) => !UNCHANGEABLE.has(tableName))
      .flatMap(entity =>
        entity.columns
          .filter(({ type, generatedType }) => type === 'text' && generatedType === undefined)
          .map(({ databaseName }) => {
            const text = `${quoted(databaseName)}::text`;
            return `select '${entity.tableName}.${databaseName}' as place, ${keyOf(entity)} as id, substring(${text}, $1) as sign from ${quoted(entity.tableName)} where ${text} ~ $1`;
          }),
      );
    const found = await query<Found>(
      `select f.*, count(*) over ()::int as "all" from (${selects.join(' union all ')}) f order by place, id limit ${MAX_CASES}`,
      [SIGN],
    );
    return violation(found, SIGNS_REMEDY, ({ place, id, sign }) => ({
      vi: `${place} của bản ghi ${id} có ký tự ẩn hoặc ký tự trông giống ký tự khác (${codePointOf(sign)})`,
      en: `${place} of the record ${id} has a hidden sign, or one that looks like another (${codePointOf(sign)})`,
    }));
  }

  private async twins(query: QueryRows): Promise<InvariantViolation | undefined> {
    const selects = this.source.entityMetadatas.flatMap(entity =>
      entity.uniques
        .filter(({ columns }) => columns.some(({ databaseName }) => databaseName === TWIN))
        .map(({ columns }) => {
          const equal = columns.filter(({ databaseName }) => databaseName !== TWIN).map(({ databaseName }) => quoted(databaseName));
          const same = equal.map(column => `o.${column} = t.${column}`).join(' and ');
          const table = quoted(entity.tableName);
          return `select '${entity.tableName}' as place, t.id::text as id, '' as sign from ${table} t
                   where t.${TWIN} > 0 and exists (select from ${table} o where o.id <> t.id and ${same})`;
        }),
    );
    const found = await query<Found>(
      `select f.*, count(*) over ()::int as "all" from (${selects.join(' union all ')}) f order by place, id limit ${MAX_CASES}`,
    );
    return violation(found, TWINS_REMEDY, ({ place, id }) => ({
      vi: `Bản ghi ${id} (${place}) trùng với bản ghi cũ hơn: chỉ khác ở ký tự ẩn`,
      en: `The record ${id} (${place}) is the same as an older one: they differ in hidden signs only`,
    }));
  }
}

const TWIN = 'twin';
const quoted = (name: string): string => `"${name}"`;
const keyOf = ({ primaryColumns }: EntityMetadata): string =>
  `concat_ws(' ', ${primaryColumns.map(({ databaseName }) => quoted(databaseName)).join(', ')})`;

const violation = (found: readonly Found[], remedy: Bilingual, describe: (row: Found) => Bilingual): InvariantViolation | undefined =>
  found[0] && { count: found[0].all, cases: found.map(describe), remedy };

const SIGNS_REMEDY: Bilingual = {
  vi: 'Tìm kiếm không bị ảnh hưởng. Hãy sửa bản ghi bằng lệnh sửa của nó, gõ lại chỗ ấy: từ nay ký tự ẩn được bỏ khi nhập.',
  en: 'Search is not affected. Correct the record by its command and type the text again: hidden signs are now removed on entry.',
};
const TWINS_REMEDY: Bilingual = {
  vi: 'Hãy giữ một bản ghi: gộp hoặc gỡ bản trùng, hoặc sửa tên, số của nó nếu thật ra là bản khác.',
  en: 'Keep one of them: merge or remove the other, or correct its name or number if it is another one.',
};
