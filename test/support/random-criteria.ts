import { canTho2025, illustrativeSet } from '../../src/features/criteria/known-sets/point-sets.js';
import { NAMES, PARTIAL_DAYS, SENTENCES } from './random-names.js';
import type { Command } from './random-command.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';

const VERSION = 'criteriaSetVersion { id version }';

/** Criteria sets with drafts, published and superseded versions. */
export async function fillCriteria(command: Command, units: RandomUnits, random: Random): Promise<void> {
  for (let n = 0; n < 4; n++) {
    const { set, version } = random.pick([canTho2025, illustrativeSet]);
    const levels = [{ name: random.pick(NAMES), text: random.pick(SENTENCES), from: '1', to: '2.50' }];
    const says = {
      ...version,
      criteria: version.criteria.map(node => ({ ...node, note: random.pick(SENTENCES), levels: random.chance(0.3) ? levels : [] })),
      validFrom: random.pick(PARTIAL_DAYS),
      checklist: null,
      quotas: [{ gradeCode: 'XUAT_SAC', baseGradeCode: 'TOT', percent: '20', raisedPercent: random.chance(0.5) ? '25' : null, floor: 1 }],
      sectorCode: random.chance(0.5) ? 'ECONOMY' : null,
      level: random.chance(0.5) ? 'PROVINCE' : null,
    };
    const file = { format: 'dan-van-kheo/criteria-set', formatVersion: 1, set: { ...set, name: random.pick(NAMES) }, version: says };
    const issuerId = random.chance(0.7) ? units.anyId() : null;
    const made = await command('importCriteriaSet', 'ImportCriteriaSetInput', { issuerId, document: JSON.stringify(file) }, VERSION);
    if (!made) continue;
    const { id, version: seen } = made.criteriaSetVersion;
    await command(
      'publishCriteriaSetVersion',
      'PublishCriteriaSetVersionInput',
      { id, expectedVersion: seen, reason: random.pick(SENTENCES) },
      '',
    );
    const copy = await command('copyCriteriaSetVersion', 'CopyCriteriaSetVersionInput', { id }, VERSION);
    const edited = { ...says, validFrom: '2027', incompleteness: null };
    if (copy && random.chance(0.6)) {
      const given = { id: copy.criteriaSetVersion.id, expectedVersion: 1, version: edited };
      const changed = await command('editCriteriaSetVersion', 'EditCriteriaSetVersionInput', given, VERSION);
      const { id: next, version: now } = (changed ?? copy).criteriaSetVersion;
      await command(
        'publishCriteriaSetVersion',
        'PublishCriteriaSetVersionInput',
        { id: next, expectedVersion: now, reason: 'Thay thế' },
        '',
      );
    }
  }
  const checklist = { share: '2/3', moreThan: false, of: 'SHEETS', atLeast: random.chance(0.5) ? 1 : null };
  const criteria = [{ code: '1', kind: 'CRITERION', text: random.pick(SENTENCES) }];
  const set = { name: random.pick(NAMES), graded: 'MODEL_REGISTRATION', illustrative: true, note: random.pick(SENTENCES) };
  const input = { ...set, version: { scoring: 'CHECKLIST', validFrom: '2020', criteria, checklist, subjectKinds: ['HOUSEHOLD'] } };
  await command('draftCriteriaSet', 'DraftCriteriaSetInput', input, '');
}
