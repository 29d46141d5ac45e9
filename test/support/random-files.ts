import type { Command } from './random-command.js';
import { NAMES } from './random-names.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const SOME = `nodes { id version }`;

/** Files on some models and decisions, several on some of them. */
export async function fillFiles({ as, url }: TestRegistry, command: Command, random: Random): Promise<void> {
  const { models, decisions } = await as.everyRole.get(`{ models(first: 20) { ${SOME} } decisions(first: 10) { ${SOME} } }`);
  const upload = async (purpose: string, recordId: string): Promise<string | undefined> => {
    const input = { purpose, recordId, fileName: `${random.pick(NAMES)}.pdf` };
    const ticket = await command('requestUpload', 'RequestUploadInput', input, 'ticket { url }');
    if (!ticket) return undefined;
    const response = await fetch(`${url}${ticket.ticket.url}`, { method: 'PUT', body: PDF });
    return ((await response.json()) as { id?: string }).id;
  };
  for (const { id, version } of random.some(models.nodes, 8) as { id: string; version: number }[]) {
    for (let more = 0; more < random.pick([1, 1, 2, 3]); more++) {
      const fileId = await upload('MODEL_ATTACHMENT', id);
      const note = random.chance(0.5) ? random.pick(NAMES) : null;
      const input = { id, expectedVersion: version + more, fileId, kind: random.pick(['FORM', 'REPORT', 'PHOTO']), note };
      await command('attachModelFile', 'AttachModelFileInput', input, '');
    }
  }
  for (const { id, version } of random.some(decisions.nodes, 4) as { id: string; version: number }[]) {
    const fileId = await upload('DECISION_SCAN', id);
    await command('attachDecisionScan', 'AttachDecisionScanInput', { id, expectedVersion: version, fileId }, '');
  }
}
