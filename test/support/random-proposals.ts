import { addDays } from '../../src/shared/dates.js';
import type { Command } from './random-command.js';
import { NAMES, SENTENCES, TODAY } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

/** Proposals in every state with what belongs to them, holds that stand and were lifted, and quotas of rounds. */
export async function fillProposals({ as }: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const { people, models, appraisalRounds } = await as.everyRole.get(
    '{ people(first: 20) { nodes { id } } models(first: 20) { nodes { id } } appraisalRounds(first: 20) { nodes { id revision } } }',
  );
  const ids = (list: any): string[] => list.nodes.map(({ id }: { id: string }) => id);
  const [persons, modelIds] = [ids(people), ids(models)];
  const maybe = <T>(make: () => T): T | null => (random.chance(0.5) ? make() : null);
  const words = (): string => random.pick(SENTENCES).slice(0, 300);
  const held: { personId: string | null; unitId: string | null; name: string | null }[] = [];
  for (let i = 0; i < 10; i++) {
    const personId = persons.length > 0 ? maybe(() => random.pick(persons)) : null;
    const recipient = {
      personId,
      unitId: personId ? null : units.anyId(),
      name: personId ? null : maybe(() => random.pick(NAMES).slice(0, 200)),
    };
    held.push(recipient);
    const input = {
      ...recipient,
      bodyId: units.anyId(),
      ground: random.pick(['DISCIPLINE', 'VERIFICATION']),
      reason: words(),
      source: words(),
    };
    const reviewOn = addDays(TODAY, random.between(1, 100));
    const made = await command('placeHold', 'PlaceHoldInput', { ...input, reviewOn }, 'hold { id version }');
    if (!made || random.chance(0.5)) continue;
    const seen = { id: made.hold.id, expectedVersion: made.hold.version, reason: words() };
    if (random.chance(0.5)) await command('liftHold', 'LiftHoldInput', seen, '');
    else await command('reviewHold', 'ReviewHoldInput', { ...seen, reviewOn: addDays(TODAY, 200) }, '');
  }
  for (const { id, revision } of appraisalRounds.nodes) {
    const lines = [{ form: 'BANG_KHEN', kind: 'COLLECTIVE', most: random.between(0, 5), basis: words() }];
    await command('setCommendationQuotas', 'SetCommendationQuotasInput', { roundId: id, expectedVersion: revision, lines }, '');
  }
  const line = (n: number): object => ({
    form: random.pick(['GIAY_KHEN', 'BANG_KHEN', 'BIEU_DUONG']),
    reason: `${words()} ${n}`,
    ...(random.chance(0.5)
      ? { kind: 'INDIVIDUAL', ...random.pick(held) }
      : { kind: 'COLLECTIVE', unitId: units.anyId(), modelId: modelIds.length > 0 ? maybe(() => random.pick(modelIds)) : null }),
    met: random.chance(0.5) ? [{ code: 'EXEMPLARY', basis: words() }] : null,
  });
  for (let i = 0; i < 14; i++) {
    const drafted = { proposerId: units.anyId(), title: words(), items: [line(i), line(i + 50)] };
    const made = await command('draftProposal', 'DraftProposalInput', drafted, 'proposal { id version contentHash }');
    if (made) await goOn(command, made.proposal, units, random, words);
  }
}

async function goOn(
  command: Command,
  { id, version, contentHash }: any,
  units: RandomUnits,
  random: Random,
  words: () => string,
): Promise<void> {
  let expectedVersion: number = version;
  let hash: string = contentHash;
  const step = async (name: string, type: string, input: object): Promise<boolean> => {
    const made = await command(name, type, { id, expectedVersion, ...input }, 'proposal { version contentHash }');
    if (made) [expectedVersion, hash] = [made.proposal.version, made.proposal.contentHash];
    return Boolean(made);
  };
  if (random.chance(0.5)) await step('askClearance', 'AskClearanceInput', { agency: words() });
  if (
    random.chance(0.5) &&
    (await step('openPublicComment', 'OpenPublicCommentInput', { from: addDays(TODAY, -3), days: 1, source: words() }))
  )
    await step('recordObjection', 'RecordObjectionInput', { words: words(), receivedOn: addDays(TODAY, -3) });
  const issuerId = units.anyId();
  if (!(await step('sendProposal', 'SendProposalInput', { issuerId }))) return;
  if (random.chance(0.4)) await step('returnProposal', 'ReturnProposalInput', { reason: words() });
  else {
    const decision = { number: `${expectedVersion}-${id.slice(-6)}/QĐ`, issuedOn: TODAY, issuerId };
    await step('decideProposal', 'DecideProposalInput', { contentHash: hash, decision, despiteReason: words() });
  }
}
