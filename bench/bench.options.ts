import { parseArgs } from 'node:util';
import type { Effort } from './measure.js';

export interface Options {
  readonly sizes: readonly number[];
  readonly connections: readonly number[];
  /** Only the questions whose name begins with one of these. */
  readonly only: readonly string[] | undefined;
  /** Only these ways to answer, in addition to the floor: `trusted`, `any`, … */
  readonly ways: readonly string[] | undefined;
  /** Whether the peers are measured too: then only what they can answer is asked. */
  readonly peers: boolean;
  readonly effort: Effort;
  /** Few rounds, and short ones. */
  readonly quick: boolean;
  /** For the registry's own node: `--profile` writes a CPU profile when it stops. */
  readonly nodeArguments: readonly string[];
}

const numbers = (text: string): number[] => text.split(',').map(Number);

const HELP = `npm run bench -- [--quick] [--sizes 10000,100000] [--connections 1,16,64] [--only list,search] [--ways trusted,any] [--peers] [--rounds 3] [--ms 2000] [--profile FOLDER]`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      connections: { type: 'string' },
      only: { type: 'string' },
      ways: { type: 'string' },
      peers: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      ms: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  return {
    sizes: numbers(values.sizes ?? (values.quick ? '10000,100000' : '10000,100000,1000000')),
    connections: numbers(values.connections ?? (values.quick ? '1,16' : '1,16,64')),
    only: values.only?.split(','),
    ways: values.ways?.split(','),
    peers: values.peers,
    effort: {
      rounds: Number(values.rounds ?? (values.quick ? 1 : 3)),
      milliseconds: Number(values.ms ?? (values.quick ? 500 : 2_000)),
      warmUp: values.quick ? 150 : 500,
    },
    quick: values.quick,
    nodeArguments: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
  };
}
