import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A child process with all its output. */
export class Program {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  constructor(command: string, args: readonly string[], options: SpawnOptions) {
    this.child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout!.on('data', chunk => (this.stdout += String(chunk)));
    this.child.stderr!.on('data', chunk => (this.stderr += String(chunk)));
    // Children of a killed program keep its pipes open, so its own exit counts, after its last output has been read.
    this.ended = new Promise((done, fail) => {
      this.child.once('error', fail);
      this.child.once('exit', (code, signal) => setImmediate(() => done({ code, signal, stdout: this.stdout, stderr: this.stderr })));
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Waits until it has printed this; a program that ends before fails the test. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let match: RegExpExecArray | null = null;
    await until(`${pattern} is said`, () => {
      match = pattern.exec(this.stdout);
      if (!match && !this.running) throw new Error(`ended without saying ${pattern}:\n${this.stdout}\n${this.stderr}`);
      return match !== null;
    });
    return match!;
  }
}

const PAUSE_MS = 50;

/** Polls until the condition holds. The limit only keeps a failed test from hanging. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limitMs = 120_000): Promise<void> {
  for (const end = Date.now() + limitMs; !(await holds()); await new Promise(done => setTimeout(done, PAUSE_MS))) {
    if (Date.now() > end) throw new Error(`It never came about that ${what}.`);
  }
}

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The processes of this machine, read from /proc. Empty on systems other than Linux, where expectations about them hold trivially. */
export function processes(): ProcessLine[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, state, parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))!;
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}
