import { readingsOf, type Reading } from '../../shared/readings.js';
import { searchWords } from '../../shared/search-words.js';
import type { RunQuery } from '../views/view.js';

/** The ways to read what a person asks for, by the abbreviations that the registry knows. */
export async function readingsFor(runQuery: RunQuery, text: string): Promise<Reading[]> {
  const rows = (await runQuery(
    `select short_form, long_form from abbreviation
      where $1 like '% ' || short_words || ' %' or $1 like '% ' || long_words || ' %'
      order by short_form, long_form`,
    [` ${searchWords(text)} `],
  )) as [string, string][];
  return readingsOf(
    text,
    rows.map(([short, long]) => ({ short, long })),
  );
}
