import { or, sql, type Sql } from '../../platform/database/sql.js';
import { allWords, allWordsSoFar, asPhrase, cutsOf, inTwoPieces, type Reading } from '../../shared/readings.js';
import type { StatementValues } from '../statement-values.js';
import type { SearchRequest } from './search.context.js';
import { OTHER_MARKS, RANK } from './search.rank.js';
import type { MatchLevel } from './search.query.js';

const TEXT_QUERIES: Readonly<Record<MatchLevel, (readings: readonly Reading[]) => string>> = {
  phrase: asPhrase,
  near: inTwoPieces,
  words: allWords,
  soFar: allWordsSoFar,
};

/**
 * The conditions of a search as SQL over the columns `lexemes` and `words` of a row. `words` holds every name between bars: `| tiep dan | xa que phu |`
 * (see the migration of search).
 */
export class Match {
  private readonly readings: readonly Reading[];
  private readonly typed: readonly string[];

  constructor(
    private readonly search: Pick<SearchRequest, 'query' | 'marksFirst' | 'rankOffset'>,
    private readonly values: StatementValues,
  ) {
    this.readings = search.query.readings;
    this.typed = search.query.typed.map(contains);
  }

  /** The condition by the text index. */
  indexed(row: Sql, level: MatchLevel): Sql {
    return sql`${row}.lexemes @@ ${this.values.bind(TEXT_QUERIES[level](this.readings))}::tsquery`;
  }

  /** The same condition on the column `words` only, without the text index. */
  plain(row: Sql, level: MatchLevel): Sql {
    switch (level) {
      case 'phrase':
        return this.like(row, phrase => contains(phrase));
      case 'near':
        return this.any(reading => this.inPieces(row, reading));
      case 'words':
        return this.any(reading => this.likeAll(sql`${row}.words`, reading.map(contains)));
      case 'soFar':
        return sql`(${this.plain(row, 'words')} or ${this.any(reading => this.likeAll(sql`${row}.words`, prefixPatterns(reading)))})`;
    }
  }

  /** Whether the name has every word with the typed diacritics. @param marked the name with diacritics, between blanks. */
  marked(marked: Sql): Sql {
    return this.likeAll(marked, this.typed);
  }

  rank(row: Sql, marked: Sql): Sql {
    const otherMarks = this.search.marksFirst ? sql` + (case when ${this.marked(marked)} then 0 else ${OTHER_MARKS} end)` : sql``;
    return sql`(${this.search.rankOffset} + case when ${this.like(row, phrase => `%| ${phrase} |%`)} then ${RANK.NAMED}${otherMarks}
      when ${this.like(row, phrase => `%| ${phrase} %`)} then ${RANK.BEGINS}${otherMarks} when ${this.plain(row, 'phrase')} then ${RANK.HOLDS}${otherMarks}
      when ${this.plain(row, 'near')} then ${RANK.NEAR}${otherMarks} when ${this.plain(row, 'words')} then ${RANK.WORDS}${otherMarks} else ${RANK.SO_FAR} end)`;
  }

  private any(condition: (reading: Reading) => Sql): Sql {
    return or(this.readings.map(condition));
  }

  private like(row: Sql, pattern: (phrase: string) => string): Sql {
    return sql`${row}.words like any(${this.values.bind(this.readings.map(reading => pattern(reading.join(' '))))}::text[])`;
  }

  private likeAll(text: Sql, patterns: readonly string[]): Sql {
    return sql`${text} like all(${this.values.bind(patterns)}::text[])`;
  }

  private inPieces(row: Sql, reading: Reading): Sql {
    const cuts = cutsOf(reading).map(pieces => pieces.map(piece => contains(piece.join(' '))));
    const side = (which: 0 | 1): Sql => sql`${this.values.bind(cuts.map(pieces => pieces[which] ?? '%'))}::text[]`;
    return sql`exists (select from unnest(${side(0)}, ${side(1)}) piece (a, b) where ${row}.words like piece.a and ${row}.words like piece.b)`;
  }
}

const contains = (phrase: string): string => `% ${phrase} %`;
const prefixPatterns = (words: Reading): string[] => [...words.slice(0, -2).map(contains), `% ${words.slice(-2).join(' ')}%`];
