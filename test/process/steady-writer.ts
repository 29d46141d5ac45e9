import { randomUUID } from 'node:crypto';
import type { Answer } from './operator.js';

const RECORD = `mutation ($input: RecordPastInput!) { recordPast(input: $input) { model { id title } userErrors { code message } } }`;
const LANES = 4;

export type Ask = (query: string, variables: object) => Promise<Answer>;

/** A client that records one model after the other, each with its own idempotency key, and remembers the answers. */
export class SteadyWriter {
  /** By key: the id in the answer. */
  readonly acknowledged = new Map<string, string>();
  /** Sent, and not answered with success. */
  readonly doubtful = new Set<string>();
  /** The error codes of unsuccessful answers; a refused or cut connection has none. */
  readonly refusals = new Set<string>();
  private stopped = false;
  private lanes: Promise<unknown> = Promise.resolve();

  constructor(
    /** Called for every request: the registry may have moved to another port. */
    private readonly target: () => Ask,
    private readonly unitId: string,
  ) {}

  begin(): void {
    this.stopped = false;
    const lane = async (): Promise<void> => {
      while (!this.stopped) {
        await this.send(randomUUID());
        if (this.doubtful.size > 0) await new Promise(done => setTimeout(done, 100));
      }
    };
    this.lanes = Promise.all(Array.from({ length: LANES }, lane));
  }

  async end(): Promise<void> {
    this.stopped = true;
    await this.lanes;
  }

  /** Repeats every request. @returns the keys whose second answer names another object than the first. */
  async repeatAll(): Promise<string[]> {
    const before = new Map(this.acknowledged);
    const keys = [...before.keys(), ...this.doubtful];
    const lane = async (): Promise<void> => {
      for (let key = keys.pop(); key !== undefined; key = keys.pop()) await this.send(key);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return [...before].filter(([key, id]) => this.acknowledged.get(key) !== id).map(([key]) => key);
  }

  private async send(key: string): Promise<void> {
    const input = {
      title: `Ghi đều ${key}`,
      unitId: this.unitId,
      subjectKind: 'COLLECTIVE',
      attestedOn: '2022-10-13',
      source: 'Thử nghiệm',
      idempotencyKey: key,
    };
    try {
      const { data, errors } = await this.target()(RECORD, { input });
      const id = data?.recordPast?.model?.id as string | undefined;
      if (id !== undefined) {
        this.acknowledged.set(key, id);
        this.doubtful.delete(key);
        return;
      }
      for (const { code } of data?.recordPast?.userErrors ?? []) this.refusals.add(code);
      for (const { extensions } of errors ?? []) this.refusals.add(extensions.code);
    } catch {
      // The server does not listen, or the connection was cut.
    }
    this.doubtful.add(key);
  }
}
