import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Id } from '../../../shared/ids.js';
import { roundOf } from '../evaluation.store.js';
import { VersionContents } from '../version-contents.js';
import { ROUND_FORMAT, ROUND_FORMAT_VERSION, type ExportedEntry, type RoundDocument } from './round-export.js';

/** Reads closed rounds as files. */
@Injectable()
export class RoundExports {
  constructor(
    private readonly db: Database,
    private readonly contents: VersionContents,
  ) {}

  /** @returns `undefined` for an unknown round, and for one that is not closed */
  async of(roundId: Id): Promise<RoundDocument | undefined> {
    const query = this.db.rows;
    const found = await roundOf(query, roundId);
    if (!found || found.closedOn === null) return undefined;
    const { name, year, illustrative, closedOn, aggregation, missing, abstained, outstandingBlocks } = found;
    const criteria = await this.contents.of(query, found.criteriaVersionId);
    const rows = await query<{ inputs: ExportedEntry; result: ExportedEntry['result'] }>(
      `select inputs, json_build_object('total', trim_scale(total)::text, 'grade', grade, 'decidedGrade', decided_grade, 'rank', rank,
                                        'derivation', derivation, 'placing', standing) as result
         from evaluation where round_id = $1 and left_on is null order by number`,
      [roundId],
    );
    return {
      format: ROUND_FORMAT,
      formatVersion: ROUND_FORMAT_VERSION,
      round: { name, year, illustrative, closedOn, rule: { aggregation, missing, abstained }, outstandingBlocks },
      criteria,
      entries: rows.map(({ inputs, result }) => ({ ...inputs, result })),
    };
  }
}
