import type { ParseArgsConfig } from 'node:util';
import type { Settings } from '../../platform/config/settings.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { Log } from '../../platform/logging/log.js';
import type { Bilingual } from '../../shared/language.js';
import { openRegistry, type Registry } from '../registry.js';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

export interface CommandInput {
  readonly settings: Settings;
  readonly options: Options;
  /** What stands on the line beside the options: file names. */
  readonly files: readonly string[];
  /** A line for the person at the keyboard, on standard error: standard output is for results. */
  readonly tell: (line: Bilingual) => void;
}

export interface CommandResult {
  /** What is printed, in the language at the keyboard. */
  readonly output: Bilingual;
  /** Ends the program with code 1. */
  readonly failed?: boolean;
}

/** Something done on the server itself, by whoever may log in there. */
export interface Command {
  /** As it is typed: `units import`. */
  readonly name: string;
  readonly usage: Bilingual;
  readonly about: Bilingual;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** How many files it takes. */
  readonly files?: number;
  run(input: CommandInput): Promise<CommandResult>;
}

/** Runs `work` on the registry beside a running server or on a stopped one, and leaves everything as it found it. */
export async function withRegistry<T>(settings: Settings, work: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = await openRegistry(settings, { log: new Log('error') });
  try {
    return await work(registry);
  } finally {
    await registry.close();
  }
}

/** The text of an option. @throws StartupError when it is missing. */
export function required(options: Options, name: string, usage: Bilingual): string {
  const value = options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new StartupError(`Thiếu --${name}. Cách dùng: ${usage.vi}`, `--${name} is missing. Usage: ${usage.en}`);
}
