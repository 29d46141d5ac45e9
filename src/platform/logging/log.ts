import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

export type Fields = Readonly<Record<string, unknown>>;

/** Structured lines on standard error, so that standard output belongs to commands. ERROR means that someone must act now. */
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

  /** What Nest itself tells (routes, modules): of use only when looking for a fault. */
  log(message: string): void {
    this.out.debug(message);
  }

  fatal(message: string): void {
    this.out.fatal(message);
  }
}

/** Nest passes its own extra arguments as plain words. */
const asFields = (given: unknown): Fields => (typeof given === 'object' && given !== null ? (given as Fields) : { detail: String(given) });
