import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { expectSentence } from './expectations.js';
import { operator } from './operator.js';

const machine = operator();
let DATA_DIR: string;

beforeAll(async () => {
  DATA_DIR = await machine.folder();
});

it('a closed round is exported, and its results are made again from the file; a changed file differs', async () => {
  const { program, ask } = await machine.start({ DATA_DIR });
  const { data } = await ask(await machine.token({ DATA_DIR }), '{ appraisalRounds { nodes { id } } }');
  const [{ id }] = data.appraisalRounds.nodes;
  const exported = await machine.cli(`appraisal export ${id}`, { DATA_DIR });
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  const document = JSON.parse(exported.stdout);
  expect(document).toMatchObject({ format: 'dan-van-kheo/appraisal-round', formatVersion: 1 });
  const unknown = Buffer.from('AppraisalRound:018f0000-0000-7000-8000-000000000000').toString('base64url');
  expect(await machine.cli(`appraisal export ${unknown}`, { DATA_DIR })).toMatchObject({ code: 1 });
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });

  const file = join(DATA_DIR, 'round.json');
  const recompute = async (given: unknown): Promise<{ code: number | null; stdout: string; stderr: string }> => {
    await writeFile(file, typeof given === 'string' ? given : JSON.stringify(given));
    return (await machine.cli(`appraisal recompute ${file}`, { DATA_DIR })) as never;
  };
  expect(await recompute(document)).toMatchObject({ code: 0, stdout: expect.stringContaining('trùng khớp') });
  const [first, ...others] = document.entries;
  const changed = { ...document, entries: [{ ...first, result: { ...first.result, total: '1' } }, ...others] };
  expect(await recompute(changed)).toMatchObject({ code: 1, stdout: expect.stringContaining(`trường hợp số: ${first.number}`) });
  for (const wrong of ['{', { format: 'other' }]) expectSentence((await recompute(wrong)) as never, /round\.json/);
});
