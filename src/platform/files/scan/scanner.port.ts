import type { Readable } from 'node:stream';

/** Looks for malware in a file's bytes. */
export abstract class Scanner {
  /** Whether files are scanned at all. */
  abstract readonly enabled: boolean;

  /** @returns the name of what was found, or `undefined` when it is clean. @throws when it cannot be told. */
  abstract scan(bytes: Readable): Promise<string | undefined>;
}

/** Where no scanner is set up. */
export class NoScanner extends Scanner {
  readonly enabled = false;

  scan(): Promise<undefined> {
    throw new Error('No scanner is set up.');
  }
}
