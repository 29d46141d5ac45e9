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
  /** The positional arguments: file names. */
  readonly files: readonly string[];
  /** Prints a line for the operator on standard error; standard output is for results. */
  readonly print: (line: Bilingual) => void;
}

export interface CommandResult {
  /** The text to print, in the language of the terminal. */
  readonly output: Bilingual;
  /** Ends the program with code 1. */
  readonly failed?: boolean;
}

/** A command of the command line. It acts for the registry itself: the operator who can log in to the server may do everything. */
export interface Command {
  /** As typed: `units import`. */
  readonly name: string;
  readonly usage: Bilingual;
  readonly summary: Bilingual;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** How many file names it needs. */
  readonly files?: number;
  run(input: CommandInput): Promise<CommandResult>;
}

/** Runs `work` on the registry, whether a server is running or not. A server that was started for it is stopped again. */
export async function withRegistry<T>(settings: Settings, work: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = await openRegistry(settings, { log: new Log('error') });
  try {
    return await work(registry);
  } finally {
    await registry.close();
  }
}

/** The value of an option. @throws StartupError when it is missing. */
export function required(options: Options, name: string, usage: Bilingual): string {
  const value = options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new StartupError(`Thiếu --${name}. Cách dùng: ${usage.vi}`, `--${name} is missing. Usage: ${usage.en}`);
}
