import { parameter, type Sql } from '../platform/database/sql.js';
import type { RunQuery } from '../platform/views/view.js';

/** The parameters of one statement. Equal values share a parameter; a value may be one that is still to be found out. */
export class StatementValues {
  private readonly values: unknown[] = [];

  bind(value: unknown): Sql {
    const index = this.values.indexOf(value);
    return parameter(index >= 0 ? index + 1 : this.values.push(value));
  }

  /**
   * Runs the statement with those parameters that its text uses. Which these are depends on the filter, the types searched and how many units the
   * caller reaches; PostgreSQL refuses a parameter that it finds nowhere.
   */
  async run(runQuery: RunQuery, text: string): Promise<unknown[][]> {
    const used = [...new Set(Array.from(text.matchAll(PARAMETER), ([, number]) => Number(number)))];
    const renumbered = text.replaceAll(PARAMETER, (_, number: string) => parameter(used.indexOf(Number(number)) + 1));
    return runQuery(renumbered, await Promise.all(used.map(number => this.values[number - 1])));
  }
}

const PARAMETER = /\$(\d+)/g;
