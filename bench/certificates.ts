import { join } from 'node:path';
import type { Client } from 'pg';
import { newCertificateCode } from '../src/features/commendations/certificates/certificate-code.js';
import { bodyOf, documentOf } from './documents.js';
import type { LoadOrder } from './load.process.js';
import { ordered } from './measure.js';
import { startLoad, stopped } from './process.meter.js';

/** As many codes that exist as codes that do not, asked at the same time, so that whatever the machine does falls on both. */
const CODES = 5_000;
const GUESSERS = 4;
/** Those who read meanwhile. */
const READERS = 4;
const WARM_UP = 500;

type Asked = Pick<LoadOrder, 'port' | 'token' | 'bodies'>;

/**
 * Ten thousand guesses at certificates by strangers: how long an answer takes when the code exists and when it does not, and how long others wait
 * meanwhile. @param reading what the others ask.
 */
export async function certificateLines(client: Client, reading: Asked): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select certificate_code as code from commendation where certificate_code is not null order by certificate_code limit ${CODES}`,
  );
  const file = join(import.meta.dirname, 'load.process.ts');
  const [known, unknown, readers] = [startLoad(file), startLoad(file), startLoad(file)];
  const guess = async (load: typeof known, codes: readonly string[]): Promise<readonly number[]> => {
    const bodies = codes.map(code => bodyOf(documentOf('certificate'), { code }));
    const order = { path: '/graphql', port: reading.port, token: undefined, bodies, unseen: false, once: true };
    const { latencies, failures } = await ordered(load, { ...order, connections: GUESSERS, milliseconds: 300_000 });
    if (failures > 0) throw new Error(`${failures} guesses were not answered.`);
    return latencies;
  };
  const guessBoth = async (count: number): Promise<(readonly number[])[]> => {
    const codes = [rows.map(({ code }) => code), Array.from({ length: count }, newCertificateCode)] as const;
    return Promise.all([guess(known, codes[0].slice(0, count)), guess(unknown, codes[1])]);
  };
  const read = async (milliseconds: number): Promise<readonly number[]> => {
    const order = { ...reading, path: '/graphql', unseen: false, once: false };
    return (await ordered(readers, { ...order, connections: READERS, milliseconds })).latencies;
  };
  try {
    await guessBoth(WARM_UP);
    await read(1_000);
    const quiet = await read(3_000);
    const meanwhile: number[] = [];
    const guessed = { all: false };
    const guesses = guessBoth(CODES).finally(() => (guessed.all = true));
    while (!guessed.all) meanwhile.push(...(await read(500)));
    const [ofKnown, ofUnknown] = await guesses;
    return [
      `certificates: ${2 * CODES} guesses by ${2 * GUESSERS} strangers, beside ${READERS} readers`,
      `  code known      ${timesOf(ofKnown!)}`,
      `  code unknown    ${timesOf(ofUnknown!)}`,
      `  readers alone   ${timesOf(quiet)}`,
      `  readers then    ${timesOf(meanwhile)}`,
    ];
  } finally {
    await Promise.all([known, unknown, readers].map(load => stopped(load)));
  }
}

function timesOf(latencies: readonly number[]): string {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1).padStart(7);
  return `p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms`;
}
