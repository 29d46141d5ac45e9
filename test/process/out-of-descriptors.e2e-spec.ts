import { expect, it } from '@jest/globals';
import { join } from 'node:path';
import { operator, ROOT } from './operator.js';
import type { Ended } from './program.js';

const machine = operator();

/** Takes every descriptor of a process that may have few; what it prints is an array of JSON. */
const FEW = 128;
const BEGIN = `
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
const { openEmbeddedServer } = await import(process.env.EMBEDDED);
const open = () => openEmbeddedServer({ dataDir: process.env.DATA_DIR });
const taken = [];
const take = () => { try { for (;;) taken.push(openSync('/dev/null')); } catch (error) { return error.code; } };
const give = () => taken.splice(0).forEach(closeSync);
const said = [];
const trying = work => work.then(() => 'done', error => String(error.message));
const postmaster = server => Number(readFileSync(join(server.folder, 'postmaster.pid'), 'utf8').split('\\n')[0]);
`;
const END = `
console.log(JSON.stringify(said));
`;

/** Runs a program in a process of few descriptors. @returns what it said */
async function said(program: string, DATA_DIR: string): Promise<unknown[]> {
  const EMBEDDED = join(ROOT, 'dist/platform/database/embedded/embedded-server.js');
  const script = ['-c', `ulimit -n ${FEW}; exec "$0" --input-type=module -e "$1"`, process.execPath, `${BEGIN}${program}${END}`];
  const ended: Ended = await machine.run('/bin/sh', script, { DATA_DIR, EMBEDDED }).ended;
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ended.stdout) as unknown[];
}

it('a process out of descriptors leaves the server that runs alone, however often it looks', async () => {
  const program = `
    const server = await open();
    const before = postmaster(server);
    said.push(take());
    for (let turn = 0; turn < 3; turn++) said.push(await trying(server.revive()));
    give();
    said.push(postmaster(server) === before);
    await server.release();`;
  expect(await said(program, await machine.folder())).toEqual(['EMFILE', 'done', 'done', 'done', true]);
});

it('a process out of descriptors whose server died goes on, and starts it once it has some again', async () => {
  const program = `
    const server = await open();
    const before = postmaster(server);
    process.kill(before, 'SIGKILL');
    while (true) { try { process.kill(before, 0); } catch { break; } await new Promise(done => setTimeout(done, 50)); }
    await new Promise(done => setTimeout(done, 50));
    take();
    for (let turn = 0; turn < 3; turn++) said.push(await trying(server.revive()));
    give();
    said.push(await trying(server.revive()), postmaster(server) !== before);
    await server.release();`;
  const out = await said(program, await machine.folder());
  expect(out.splice(-2)).toEqual(['done', true]);
  for (const turn of out) expect(turn).toMatch(/^(done|.*EMFILE.*)$/);
});

it('a start without descriptors is refused by that name, and takes neither the data nor the programs for missing', async () => {
  const program = `
    take();
    said.push(await trying(open()));
    give();
    const server = await open();
    take();
    said.push(await trying(open()));
    give();
    await server.release();`;
  const [first, second] = await said(program, await machine.folder());
  for (const sentence of [first, second]) expect(sentence).toMatch(/EMFILE.*LimitNOFILE/);
});
