import { Log, type Fields } from '../../src/platform/logging/log.js';

/** A log that tests can read. */
export class LogLines extends Log {
  readonly lines: { level: 'info' | 'warn' | 'error'; message: string; fields: Fields }[] = [];

  constructor() {
    super('silent');
  }

  override info(message: string, fields: Fields = {}): void {
    this.lines.push({ level: 'info', message, fields });
  }

  override warn(message: string, fields: Fields = {}): void {
    this.lines.push({ level: 'warn', message, fields });
  }

  override error(message: string, fields: Fields = {}): void {
    this.lines.push({ level: 'error', message, fields });
  }

  of(message: string): Fields[] {
    return this.lines.filter(line => line.message === message).map(line => line.fields);
  }
}

/** Waits until `found` is true, as long as a slow machine needs. */
export async function until(found: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await found()) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('It never came.');
}
