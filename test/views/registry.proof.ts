import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, type GraphQLSchema } from 'graphql';
import { RIGHTS, type RootFieldRights } from '../../src/platform/access/allow.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Database } from '../../src/platform/database/database.js';
import type { Breadth } from '../../src/platform/views/plan-context.js';
import { Planner } from '../../src/platform/views/planner.js';
import { QueryRunner } from '../../src/platform/views/query-runner.js';
import type { Random } from '../support/random.js';
import { signedInHeaders } from '../support/signed-in.js';
import type { GrantedRole, TestRegistry } from '../support/test-registry.js';
import { connect } from '../support/test-server.js';
import { compareWithOracle, type Difference } from './answers.comparison.js';
import { CursorBook } from './cursor.book.js';
import { DocumentGenerator, type GeneratedDocument } from './document.generator.js';
import { forced, withoutForced } from './forced.document.js';
import { HttpDoor, type DoorAnswer } from './http.door.js';
import { type World } from './oracle.chapter.js';
import { Oracle } from './oracle.js';
import { loadRows } from './oracle.rows.js';
import { reachedBy, seenBy, type GrantedAt } from './oracle.sight.js';
import { declaredBy, type Declares } from './shown-fields.js';
import { ValuePool } from './value.pool.js';

/** A difference that a smaller document does not show. */
export const WRONG_SIZE = 'a page size that is wrong and its answer';

let provers = 0;

/** What has been asked so far. */
export interface Tally {
  documents: number;
  /** By the gate, on purpose or because they would cost too much. */
  refused: number;
  /** Answered with errors. */
  failed: number;
  statements: number;
}

/** Whether a root field is about no unit, so that a right at a unit is none to it. */
const isForTheWhole = (schema: GraphQLSchema, field: string): boolean =>
  (schema.getQueryType()!.getFields()[field]!.extensions[RIGHTS] as RootFieldRights).everywhere === true;

/** However few or many units somebody reaches, each way to find their rows answers alike. */
function anyBreadth(planner: Planner, random: Random): void {
  const reachOf = planner.reachOf.bind(planner);
  planner.reachOf = async sight => {
    const { breadths, isPerson } = await reachOf(sight);
    const any = (breadth: Breadth): Breadth => (breadth === 'whole' ? breadth : random.pick(['handful', 'few', 'many'] as const));
    return { breadths: new Map([...breadths].map(([action, breadth]) => [action, any(breadth)])), isPerson };
  };
}

/** The two proofs over one registry: each document is asked as it is, once more so that graphql-js must answer, and of the oracle. */
export class RegistryProof {
  readonly tally: Tally = { documents: 0, refused: 0, failed: 0, statements: 0 };

  private constructor(
    readonly generator: DocumentGenerator,
    readonly schema: GraphQLSchema,
    private readonly door: HttpDoor,
    private readonly oracle: Oracle,
    private readonly world: World,
    private readonly runner: QueryRunner,
  ) {}

  /** @param asker who asks; what they do not see is not there for them. */
  static async over({ registry, database }: TestRegistry, random: Random, asker: readonly GrantedAt[]): Promise<RegistryProof> {
    const { app } = registry;
    const { schema } = app.get(GraphQLSchemaHost);
    const declares = declaredBy(schema, app.get(Planner));
    anyBreadth(app.get(Planner), random);
    const door = new HttpDoor(app, await signedInHeaders(app, `prover-${++provers}`, ...(asker as readonly GrantedRole[])));
    // That a token has been used is shown, too.
    await door.ask({ query: '{ me { name } }', variables: {}, operationName: undefined });
    // The trail is shown with its seals: none may come while it is asked for.
    await app.get(AuditSealer).sealAll();
    const client = await connect(database.where);
    const all = await loadRows(client).finally(() => client.end());
    const today = app.get(Database).today();
    const { id } = all.accounts.find(({ name }) => name === `prover-${provers}`)!;
    const world: World = {
      rows: seenBy({ id, grants: asker }, all, today),
      all,
      reaches: reachedBy(asker, all, today),
      today,
      cursors: new CursorBook(),
    };
    // Asked for ids, words and cursors of everything there is: also of what the asker does not see.
    const pool = new ValuePool(all, today, world.cursors);
    const isWhole = asker.some(({ role, unitId }) => role === 'administrator' && unitId === null);
    const asks: Declares = (type, field) => declares(type, field) && (isWhole || type !== 'Query' || !isForTheWhole(schema, field));
    const generator = new DocumentGenerator(schema, asks, pool, random);
    return new RegistryProof(generator, schema, door, new Oracle(declares), world, app.get(QueryRunner));
  }

  async check(asked: GeneratedDocument): Promise<Difference | undefined> {
    const before = this.runner.sent.statements;
    const told = await this.door.ask(asked);
    this.tally.documents++;
    this.tally.statements += this.runner.sent.statements - before;
    const other = await this.askForced(asked);
    if (told.refused) this.tally.refused++;
    else if (told.answered.errors.length > 0) this.tally.failed++;
    const found = told.refused || other.refused ? compareRefusals(asked, told, other) : compareWithGraphqlJs(told, other);
    if (found || told.refused) return found;
    if (asked.fault === 'first') return { between: WRONG_SIZE, at: 'data', registry: told.body, other: 'has to be refused' };
    const answer = this.oracle.answer(this.world, parse(asked.query), { ...asked.variables }, asked.operationName);
    return compareWithOracle(told.answered, answer, this.world.cursors);
  }

  private async askForced(asked: GeneratedDocument): Promise<DoorAnswer> {
    const document = parse(asked.query);
    const told = await this.door.ask({ ...asked, query: forced(this.schema, document, asked.operationName, true) });
    // The fields added deeper down may be too much for the gate where the document is not.
    if (!told.refused) return told;
    return this.door.ask({ ...asked, query: forced(this.schema, document, asked.operationName, false) });
  }
}

/** What the gate refuses is refused whoever would have answered; what is not wrong on purpose is refused for its size alone. */
function compareRefusals({ fault }: GeneratedDocument, told: DoorAnswer, other: DoorAnswer): Difference | undefined {
  const between = 'the two ways of being refused';
  if (told.status !== other.status || told.fields.join() !== other.fields.join()) {
    return { between, at: 'errors', registry: told.body, other: other.body };
  }
  const tooLarge = told.fields[0]!.startsWith('QUERY_TOO_');
  return fault !== undefined || tooLarge
    ? undefined
    : { between: 'the document and its refusal', at: 'errors', registry: told.body, other: 'nothing is wrong' };
}

/** The text written from rows is, byte for byte, what graphql-js makes of them. */
function compareWithGraphqlJs(told: DoorAnswer, other: DoorAnswer): Difference | undefined {
  const between = 'the text and graphql-js';
  const codes = ({ answered }: DoorAnswer): string => [...new Set(answered.errors.map(error => error.code))].toSorted().join();
  if (codes(told) !== codes(other)) return { between, at: 'errors', registry: told.body, other: other.body };
  const expected = JSON.stringify(withoutForced(other.answered.data));
  if (told.answered.errors.length > 0) {
    const registry = JSON.stringify(told.answered.data);
    return registry === expected ? undefined : { between, at: 'data', registry, other: expected };
  }
  if (told.written === undefined) return { between, at: 'data', registry: 'was not written by the fast way', other: expected };
  return told.written === expected && told.body.startsWith(`{"data":${expected}`)
    ? undefined
    : { between, at: 'data', registry: told.written, other: expected };
}
