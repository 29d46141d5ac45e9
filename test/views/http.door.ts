import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Planner } from '../../src/platform/views/planner.js';
import { signedInHeaders } from '../support/signed-in.js';
import type { GeneratedDocument } from './document.generator.js';
import type { Answered } from './oracle.js';

/** An answer as it came, with the data’s text if the fast way has written it. */
export interface DoorAnswer {
  readonly status: number;
  readonly body: string;
  readonly written: string | undefined;
  /** What was refused before anything ran has no data at all. */
  readonly refused: boolean;
  readonly answered: Answered;
  readonly fields: readonly string[];
}

/** The door that clients use, without a network, and a look at which of the two executors has answered. */
export class HttpDoor {
  private written: string | undefined;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    const planner = app.get(Planner);
    const text = planner.text.bind(planner);
    planner.text = async (plan, variables, caller) => (this.written = await text(plan, variables, caller));
  }

  /** Of somebody who sees everything. */
  static async open(app: NestFastifyApplication): Promise<HttpDoor> {
    return new HttpDoor(app, await signedInHeaders(app, 'prover', { role: 'administrator' }));
  }

  async ask({ query, variables, operationName }: Pick<GeneratedDocument, 'query' | 'variables' | 'operationName'>): Promise<DoorAnswer> {
    this.written = undefined;
    const { statusCode, body } = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...this.headers },
      payload: JSON.stringify({ query, variables, operationName }),
    });
    const { data, errors = [] } = readOf(body);
    return {
      status: statusCode,
      body,
      written: this.written,
      refused: data === undefined,
      answered: { data: data ?? null, errors: errors.map(({ path, extensions }) => ({ path: path ?? [], code: extensions.code })) },
      fields: errors.flatMap(({ extensions: { code, field, all } }) => [
        code,
        ...(field ?? []),
        ...(all ?? []).map((one: any) => one.code),
      ]),
    };
  }
}

/** What is no JSON is the worst of answers, but an answer. */
function readOf(body: string): { data?: unknown; errors?: any[] } {
  try {
    return JSON.parse(body) as { data?: unknown; errors?: any[] };
  } catch {
    return { data: body };
  }
}
