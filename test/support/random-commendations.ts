import { addDays } from '../../src/shared/dates.js';
import type { Command } from './random-command.js';
import { NAMES, SENTENCES, TODAY } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

const FORMS = ['GIAY_KHEN', 'GIAY_KHEN', 'BANG_KHEN', 'BIEU_DUONG', 'LAO_DONG_TIEN_TIEN', 'CHIEN_SI_THI_DUA_CO_SO'];
const KINDS = ['INDIVIDUAL', 'COLLECTIVE', 'HOUSEHOLD'];

/** Commendations that were granted and those of papers, lists with some names, revocations, and decisions in every state. */
export async function fillCommendations({ as }: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const { people, models } = await as.everyRole.get('{ people(first: 20) { nodes { id } } models(first: 20) { nodes { id } } }');
  const [persons, modelIds]: string[][] = [people, models].map(({ nodes }) => nodes.map(({ id }: { id: string }) => id));
  const day = (least: number, most: number): string => addDays(TODAY, random.between(least, most));
  const maybe = <T>(make: () => T): T | null => (random.chance(0.5) ? make() : null);
  const line = (n: number): object => {
    const isList = random.chance(0.3);
    const personId = isList || persons!.length === 0 ? null : maybe(() => random.pick(persons!));
    return {
      form: random.pick(FORMS),
      kind: random.pick(KINDS),
      reason: `${random.pick(SENTENCES).slice(0, 500)} ${n}`,
      unitId: maybe(() => units.anyId()),
      personId,
      name: isList || personId ? null : random.pick(NAMES).slice(0, 200),
      modelId: modelIds!.length > 0 && random.chance(0.3) ? random.pick(modelIds!) : null,
      count: isList ? random.between(1, 6) : null,
      periodFrom: maybe(() => '2025-01-01'),
      periodTo: maybe(() => '2025-12-31'),
    };
  };
  for (let i = 0; i < 16; i++) {
    const issuedOn = day(-500, 0);
    const decision = { number: `${i + 900}/QĐ-KT`, issuedOn, issuerId: units.anyId(), signer: maybe(() => 'Người ký') };
    const input = {
      decision,
      receivedOn: addDays(issuedOn, -20),
      presentedOn: maybe(() => issuedOn),
      recipients: [line(i), line(i + 100)],
    };
    const fields = 'decision { id version } rows { commendation { id version count statedCount } }';
    const made = await command('grantCommendations', 'GrantCommendationsInput', input, fields);
    for (const { commendation } of made?.rows ?? []) await change(command, commendation, day(-10, 0), random);
  }
  for (let i = 0; i < 10; i++) {
    const { reason, ...said } = line(i + 500) as Record<string, unknown>;
    const input = {
      ...said,
      form: maybe(() => 'GIAY_KHEN'),
      kind: maybe(() => 'INDIVIDUAL'),
      reason: maybe(() => reason),
      source: 'Sổ khen thưởng',
    };
    const issued = { issuerId: units.anyId(), presentedOn: maybe(() => day(-900, 0)), amount: maybe(() => 300_000) };
    const fields = 'commendation { id version count statedCount }';
    const made = await command('recordPastCommendation', 'RecordPastCommendationInput', { ...input, ...issued }, fields);
    if (made) await change(command, made.commendation, day(-10, 0), random);
  }
  for (let i = 0; i < 3; i++) {
    const drafted = {
      kind: 'DECISION',
      issuerId: units.anyId(),
      signerPost: 'Chủ tịch',
      abstract: maybe(() => random.pick(SENTENCES).slice(0, 500)),
    };
    await command('draftDecision', 'DraftDecisionInput', drafted, '');
  }
}

async function change(command: Command, { id, version, statedCount }: any, on: string, random: Random): Promise<void> {
  let expectedVersion: number = version;
  if (statedCount !== null && random.chance(0.6)) {
    const input = { id, expectedVersion, recipients: [{ name: random.pick(NAMES).slice(0, 200) }] };
    if (await command('completeCommendation', 'CompleteCommendationInput', input, 'commendation { version }')) expectedVersion++;
  }
  if (!random.chance(0.4)) return;
  const revocation = { id, expectedVersion, on, ground: 'VIOLATION', reason: random.pick(SENTENCES).slice(0, 500) };
  if (!(await command('revokeCommendation', 'RevokeCommendationInput', revocation, ''))) return;
  if (random.chance(0.5))
    await command('markRecovered', 'MarkRecoveredInput', { id, expectedVersion: expectedVersion + 1, what: 'MONEY', on }, '');
}
