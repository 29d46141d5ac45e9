import { Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Actor } from '../../platform/access/actor.js';
import { NO_SIGHT } from '../../platform/access/sight.js';
import { Database } from '../../platform/database/database.js';
import { Gate, type CheckedOperation } from '../../platform/graphql/gate.plugin.js';
import { causeOf } from '../../platform/graphql/error-format.js';
import { bothOf } from '../../platform/graphql/graphql-sentences.js';
import { NotDeclared } from '../../platform/views/plan-context.js';
import { Planner, type Moment, type OperationPlan } from '../../platform/views/planner.js';
import { QueryRunner } from '../../platform/views/query-runner.js';
import type { Language } from '../../shared/language.js';
import { AFTER, FIRST, LIST, PAGE, ROWS, type ExportQuestion } from './export-question.js';
import { ExportErrors } from './exports.errors.js';

/** Who asks, in which language labels are shown, and with which variables. */
export interface Asking {
  readonly actor: Actor;
  readonly language: Language;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Checked = CheckedOperation['contextValue'] & { readonly language: Language };

/** The size of a page by which a question is priced: that of the largest page of the API. */
const PRICED_PAGE = 100;
/** While a page is turned into lines, no other request is answered. */
const LARGEST_PAGE = 250;
/** Rows with all that is nested in them, in memory at once. */
const ROWS_AT_ONCE = 10_000;

/** Answers the question of an export as the API would, page by page. */
@Injectable()
export class ExportedPages {
  constructor(
    private readonly gate: Gate,
    private readonly planner: Planner,
    private readonly runner: QueryRunner,
    private readonly db: Database,
  ) {}

  /** What a request would be refused for, without reading anything. @throws what the gate refuses; EXPORT_FIELD_NOT_EXPORTABLE. */
  async check(question: ExportQuestion, asking: Asking): Promise<void> {
    const checked = this.checked(question, asking);
    await this.plan(question, checked, checked.variables);
  }

  /** Gives every page of one snapshot to `take`. */
  async read(question: ExportQuestion, asking: Asking, take: (rows: readonly unknown[]) => Promise<void>): Promise<void> {
    const checked = this.checked(question, asking);
    const first = Math.max(1, Math.min(LARGEST_PAGE, Math.floor((ROWS_AT_ONCE * PRICED_PAGE) / Math.max(1, checked.cost))));
    const plans: { start?: OperationPlan; further?: OperationPlan } = {};
    await this.runner.snapshot(async session => {
      const moment: Moment = { session, today: this.db.today() };
      for (let after: string | null = null; ;) {
        const variables = { ...checked.variables, [FIRST]: first, [AFTER]: after };
        const plan = (plans[after === null ? 'start' : 'further'] ??= await this.plan(question, checked, variables));
        const answer = JSON.parse(await this.planner.text(plan, variables, checked, moment)) as Answer;
        await take(answer[LIST][ROWS]);
        const { hasNextPage, endCursor } = answer[LIST][PAGE];
        if (!hasNextPage) return;
        after = endCursor;
      }
    });
  }

  private checked({ schema, document, operation }: ExportQuestion, { actor, language, variables }: Asking): Checked {
    const caller = { actor, sessionId: undefined, refused: undefined, sessionEnded: undefined, restricted: undefined };
    const context = { actor, caller, language, sight: NO_SIGHT, variables: {}, cost: 0 };
    const request = { variables: { ...variables, [FIRST]: PRICED_PAGE, [AFTER]: null } };
    try {
      this.gate.check({ schema, document, operation, request, contextValue: context });
    } catch (error) {
      const cause = causeOf(error);
      if (!(cause instanceof GraphQLError)) throw cause;
      const why = { value: cause.message, ...bothOf(cause.message) };
      throw ExportErrors.EXPORT_QUESTION_INVALID({ why }).at('variables').because(error);
    }
    return context;
  }

  private async plan(
    { schema, document, operation }: ExportQuestion,
    { sight }: Checked,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<OperationPlan> {
    try {
      return this.planner.plan(schema, document, operation, variables, await this.planner.reachOf(sight), false);
    } catch (error) {
      throw error instanceof NotDeclared ? ExportErrors.EXPORT_FIELD_NOT_EXPORTABLE().at('question') : error;
    }
  }
}

type Answer = Readonly<
  Record<
    typeof LIST,
    { readonly [ROWS]: readonly unknown[]; readonly [PAGE]: { readonly hasNextPage: boolean; readonly endCursor: string } }
  >
>;
