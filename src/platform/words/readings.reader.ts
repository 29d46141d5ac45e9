import { readingsOf, withShortForms, type Reading } from '../../shared/readings.js';
import { searchWords } from '../../shared/search-words.js';
import type { RunQuery } from '../views/view.js';

/** The readings of a search text, by the registry's abbreviations. */
export async function readingsFor(runQuery: RunQuery, text: string): Promise<Reading[]> {
  const rows = (await runQuery(
    `select short_form, long_form from abbreviation
      where $1 like '% ' || short_words || ' %' or $1 like '% ' || long_words || ' %'
      order by length(short_words) = 1, short_form, long_form`,
    [` ${searchWords(text)} ${searchWords(withShortForms(text))} `],
  )) as [string, string][];
  return readingsOf(
    text,
    rows.map(([short, long]) => ({ short, long })),
  );
}
