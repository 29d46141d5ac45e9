import { stat } from 'node:fs/promises';
import type { AccountFiles } from './account-files.js';

const MAX_BYTES = 1_000_000;

/**
 * The log of the embedded server, which PostgreSQL itself lets grow. It is looked at each second: one of more than a megabyte is kept as
 * `server.log.1` in place of the one before, and begun anew. So both together take little more than two megabytes.
 */
export class ServerLog {
  private shortening: Promise<void> | undefined;

  constructor(
    readonly path: string,
    private readonly files: AccountFiles,
  ) {}

  async size(): Promise<number> {
    return (await stat(this.path).catch(() => undefined))?.size ?? 0;
  }

  /** A log that cannot be shortened now (a full disk, no descriptor left) is shortened later: nothing else waits for it. */
  shorten(): Promise<void> {
    this.shortening ??= this.shortenOnce()
      .catch(() => undefined)
      .finally(() => (this.shortening = undefined));
    return this.shortening;
  }

  /** The last error that the server reported after the first `offset` bytes. */
  async lastErrorAfter(offset: number): Promise<string | undefined> {
    const text = Buffer.from(await this.files.read(this.path).catch(() => ''))
      .subarray(offset)
      .toString('utf8');
    return [...text.matchAll(/(?:FATAL|PANIC): +(.*)/g)].at(-1)?.[1];
  }

  private async shortenOnce(): Promise<void> {
    if ((await this.size()) > MAX_BYTES) await this.files.emptyInto(this.path, `${this.path}.1`);
  }
}
