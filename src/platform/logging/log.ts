import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type Fields = Readonly<Record<string, unknown>>;

/** Structured lines on standard error; standard output is for the results of commands. ERROR means that someone must act now. */
@Injectable()
export class Log implements LoggerService {
  private readonly out: Logger;

  constructor(level: 'error' | 'warn' | 'info' | 'debug' | 'silent' = 'info') {
    this.out = pino(
      {
        level,
        base: undefined,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: label => ({ level: label }) },
        redact: ['*.password', '*.token', '*.authorization', 'password', 'token', 'authorization'],
      },
      pino.destination({ fd: 2, sync: true }),
    );
  }

  info(message: string, fields: Fields = {}): void {
    this.out.info(fields, message);
  }

  warn(message: string, fields: Fields = {}): void {
    this.out.warn(asFields(fields), message);
  }

  error(message: string, fields: Fields = {}): void {
    this.out.error(asFields(fields), message);
  }

  debug(message: string, fields: Fields = {}): void {
    this.out.debug(asFields(fields), message);
  }

  /** Called by Nest for its own messages (routes, modules), which are only useful for debugging. */
  log(message: string): void {
    this.out.debug(message);
  }

  fatal(message: string): void {
    this.out.fatal(message);
  }
}

/** Nest passes its own extra arguments as strings. */
const asFields = (given: unknown): Fields => (typeof given === 'object' && given !== null ? (given as Fields) : { detail: String(given) });
