import type { Readable } from 'node:stream';

/** Looks for malware in a file's bytes. */
export abstract class Scanner {
  /** Whether files are scanned at all. */
  abstract readonly enabled: boolean;

  /** @returns the name of the malware, or `undefined` when the file is clean. @throws Error when the scan fails. */
  abstract scan(bytes: Readable): Promise<string | undefined>;
}

/** Used where no scanner is configured. */
export class NoScanner extends Scanner {
  readonly enabled = false;

  scan(): Promise<undefined> {
    throw new Error('No scanner is set up.');
  }
}
