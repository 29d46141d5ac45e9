import type { RunQuery } from '../../platform/views/view.js';
import { sql } from '../../platform/database/sql.js';
import { estimateRows } from '../../platform/words/row-estimates.js';
import type { MatchEstimates, SearchRequest } from './search.context.js';
import { StatementValues } from '../statement-values.js';
import { Match } from './search.match.js';
import { MATCH_LEVELS } from './search.query.js';

export interface ModelEstimates extends MatchEstimates {
  /** Of the titles that contain the words, the share whose diacritics are as typed. */
  readonly marked: number;
}

export async function estimateModels({ runQuery, query }: Pick<SearchRequest, 'runQuery' | 'query'>): Promise<ModelEstimates> {
  const values = new StatementValues();
  const match = new Match({ query, marksFirst: true, rankOffset: 0 }, values);
  const marked = sql`${match.indexed(sql`m`, 'words')} and ${match.marked(sql`' ' || m.spelled || ' '`)}`;
  const conditions = [...MATCH_LEVELS.map(level => match.indexed(sql`m`, level)), marked];
  const run: RunQuery = text => values.run(runQuery, text);
  const [phrase, near, words, soFar, withMarks] = await estimateRows(run, 'emulation_model', conditions, []);
  return { phrase: phrase!, near: near!, words: words!, soFar: soFar!, marked: words === 0 ? 0 : withMarks! / words! };
}
