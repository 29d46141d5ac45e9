import type { Sql } from '../../platform/views/view.js';
import { allWords, allWordsSoFar, asPhrase, cutsOf, inTwoPieces, type Reading } from '../../shared/readings.js';
import type { Search, Values } from './search.context.js';
import { RANK } from './search.rank.js';
import type { Part } from './search.terms.js';

const QUESTIONS: Readonly<Record<Part, (readings: readonly Reading[]) => string>> = {
  phrase: asPhrase,
  near: inTwoPieces,
  words: allWords,
  soFar: allWordsSoFar,
};

/** What a search asks of a row `t`, as SQL over its columns `lexemes` and `words`, where each name stands between bars (see the migration of search). */
export class Match {
  private readonly readings: readonly Reading[];
  private readonly typed: readonly string[];

  constructor(
    private readonly search: Pick<Search, 'terms' | 'marks' | 'worse'>,
    private readonly values: Values,
  ) {
    this.readings = search.terms.readings;
    this.typed = search.terms.typed.map(holding);
  }

  /** For the text index. */
  indexed(t: Sql, part: Part): Sql {
    return `${t}.lexemes @@ ${this.values.bind(QUESTIONS[part](this.readings))}::tsquery`;
  }

  /** The same of a row at hand, from `words` alone. */
  plain(t: Sql, part: Part): Sql {
    switch (part) {
      case 'phrase':
        return this.like(t, phrase => holding(phrase));
      case 'near':
        return this.any(reading => this.inPieces(t, reading));
      case 'words':
        return this.any(reading => this.likeAll(`${t}.words`, reading.map(holding)));
      case 'soFar':
        return `(${this.plain(t, 'words')} or ${this.any(reading => this.likeAll(`${t}.words`, soFar(reading)))})`;
    }
  }

  /** Whether the name has every word with the marks it was typed with. @param marked the name with marks, a blank before and behind. */
  marked(marked: Sql): Sql {
    return this.likeAll(marked, this.typed);
  }

  rank(t: Sql, marked: Sql): Sql {
    const other = this.search.marks ? ` + (case when ${this.marked(marked)} then 0 else 1 end)` : '';
    return `(${this.search.worse} + case when ${this.like(t, phrase => `%| ${phrase} |%`)} then ${RANK.NAMED}${other}
      when ${this.like(t, phrase => `%| ${phrase} %`)} then ${RANK.BEGINS}${other} when ${this.plain(t, 'phrase')} then ${RANK.HOLDS}${other}
      when ${this.plain(t, 'near')} then ${RANK.NEAR}${other} when ${this.plain(t, 'words')} then ${RANK.WORDS}${other} else ${RANK.SO_FAR} end)`;
  }

  private any(condition: (reading: Reading) => Sql): Sql {
    return `(${this.readings.map(condition).join(' or ')})`;
  }

  private like(t: Sql, pattern: (phrase: string) => string): Sql {
    return `${t}.words like any(${this.values.bind(this.readings.map(reading => pattern(reading.join(' '))))}::text[])`;
  }

  private likeAll(text: Sql, patterns: readonly string[]): Sql {
    return `${text} like all(${this.values.bind(patterns)}::text[])`;
  }

  private inPieces(t: Sql, reading: Reading): Sql {
    const cuts = cutsOf(reading).map(pieces => pieces.map(piece => holding(piece.join(' '))));
    const [left, right] = [0, 1].map(side => `${this.values.bind(cuts.map(pieces => pieces[side] ?? '%'))}::text[]`);
    return `exists (select from unnest(${left}, ${right}) piece (a, b) where ${t}.words like piece.a and ${t}.words like piece.b)`;
  }
}

const holding = (phrase: string): string => `% ${phrase} %`;
const soFar = (words: Reading): string[] => [...words.slice(0, -2).map(holding), `% ${words.slice(-2).join(' ')}%`];
