import { sql } from '../../platform/database/sql.js';
import { estimateRows } from '../../platform/words/row-estimates.js';
import { Values, type Breadth, type Search } from './search.context.js';
import { Match } from './search.match.js';
import { PARTS } from './search.terms.js';

export interface BreadthOfModels extends Breadth {
  /** The share of titles that hold the words which have the typed marks, too. */
  readonly marked: number;
}

export async function breadthOfModels({ ask, terms }: Pick<Search, 'ask' | 'terms'>): Promise<BreadthOfModels> {
  const values = new Values();
  const match = new Match({ terms, marks: true, worse: 0 }, values);
  const marked = sql`${match.indexed(sql`m`, 'words')} and ${match.marked(sql`' ' || m.spelled || ' '`)}`;
  const conditions = [...PARTS.map(part => match.indexed(sql`m`, part)), marked];
  const [phrase, near, words, soFar, withMarks] = await estimateRows(ask, 'emulation_model', conditions, values.list);
  return { phrase: phrase!, near: near!, words: words!, soFar: soFar!, marked: words === 0 ? 0 : withMarks! / words! };
}
