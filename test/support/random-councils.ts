import { addDays } from '../../src/shared/dates.js';
import type { Command } from './random-command.js';
import { NAMES, SENTENCES, TODAY } from './random-names.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { Asker, TestRegistry } from './test-registry.js';

const KINDS = ['GENERAL', 'APPRAISAL', 'AWARDS'];

/** Whose account is whose; councils with members, rules, sessions and votes. */
export async function fillCouncils({ as }: TestRegistry, command: Command, units: RandomUnits, random: Random): Promise<void> {
  const { people, accounts } = await as.everyRole.get('{ people(first: 100) { nodes { id } } accounts(first: 100) { nodes { id } } }');
  const [persons, owners] = [people, accounts].map(({ nodes }) => nodes.map(({ id }: { id: string }): string => id));
  if (persons.length === 0) return;
  const day = (least: number, most: number): string => addDays(TODAY, random.between(least, most));
  for (const accountId of owners) {
    const link = { accountId, personId: random.pick<string>(persons), validFrom: day(-700, 20), reason: 'Phân công' };
    await command('linkAccountToPerson', 'LinkAccountToPersonInput', { ...link, validTo: random.chance(0.4) ? day(-300, 300) : null }, '');
  }
  for (let i = 0; i < 6; i++) {
    const input = {
      unitId: units.anyId(),
      name: random.pick(NAMES),
      kind: random.pick(['EMULATION', 'APPRAISAL', 'STEERING', 'OTHER']),
      act: random.chance(0.5) ? { number: '12/QĐ', date: day(-900, -700) } : null,
      validFrom: day(-700, 30),
      validTo: random.chance(0.5) ? day(-200, 400) : null,
      note: random.chance(0.3) ? random.pick(SENTENCES) : null,
    };
    const made = await command('createCouncil', 'CreateCouncilInput', input, 'council { id }');
    if (made) await fillCouncil(as.everyRole, command, made.council.id, input, persons, random);
  }
}

async function fillCouncil(
  everyRole: Asker,
  command: Command,
  councilId: string,
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  persons: readonly string[],
  random: Random,
): Promise<void> {
  for (const personId of random.shuffled(persons).slice(0, 8)) {
    const role = random.pick(['CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER', 'MEMBER']);
    const from = addDays(validFrom, random.pick([0, 0, 0, 100]));
    const input = { councilId, personId, role, validFrom: from, validTo: random.chance(0.2) ? addDays(from, 200) : validTo };
    await command(
      'appointCouncilMember',
      'AppointCouncilMemberInput',
      { ...input, basis: random.chance(0.4) ? 'Quyết định cử' : null },
      '',
    );
  }
  const share = (): object => {
    const denominator = random.between(1, 10);
    return { numerator: random.between(1, denominator), denominator, moreThan: random.chance(0.4) };
  };
  for (const sessionKind of random.some(KINDS, 3)) {
    await command(
      'setCouncilRule',
      'SetCouncilRuleInput',
      {
        councilId,
        sessionKind,
        presence: share(),
        presenceCountsWritten: random.chance(0.5),
        majority: share(),
        majorityOf: random.pick(['MEMBERS_IN_TERM', 'TAKING_PART']),
        majorityCountsWritten: random.chance(0.5),
        validFrom,
        basis: random.pick(SENTENCES),
      },
      '',
    );
  }
  for (let i = 0; i < 4; i++) await holdSession(everyRole, command, councilId, addDays(validFrom, random.pick([0, 30, 30, 150])), random);
}

async function holdSession(everyRole: Asker, command: Command, councilId: string, heldOn: string, random: Random): Promise<void> {
  const { council } = await everyRole.get('query ($id: ID!) { council(id: $id) { allMembers { id version validFrom validTo } } }', {
    id: councilId,
  });
  const members: { id: string; version: number; validFrom: string; validTo: string | null }[] = council.allMembers;
  const inTerm = members.filter(one => one.validFrom <= heldOn && (one.validTo === null || heldOn <= one.validTo));
  const attendance = inTerm.map(({ id }) => ({
    memberId: id,
    presence: random.pick(['PRESENT', 'PRESENT', 'PRESENT', 'IN_WRITING', 'ABSENT']),
  }));
  const present = attendance.filter(one => one.presence === 'PRESENT');
  const made = await command(
    'recordCouncilSession',
    'RecordCouncilSessionInput',
    {
      councilId,
      kind: random.pick(KINDS),
      heldOn,
      subject: random.pick(SENTENCES).slice(0, 900),
      attendance,
      chairId: present[0]?.memberId,
      secretaryId: random.chance(0.5) ? present[1]?.memberId : null,
      minutesNumber: random.chance(0.5) ? '3/BB-HĐ' : null,
      minutesDate: random.chance(0.5) ? addDays(heldOn, 2) : null,
    },
    'councilSession { id }',
  );
  const votes = (most: number): [number, number, number] => {
    const inFavour = random.between(0, most);
    return [inFavour, random.between(0, most - inFavour), 0];
  };
  for (const expectedVersion of made ? [1, 2] : []) {
    const [inFavour, against, abstained] = votes(present.length);
    const [writtenInFavour, writtenAgainst, writtenAbstained] = votes(attendance.filter(one => one.presence === 'IN_WRITING').length);
    const input = {
      sessionId: made.councilSession.id,
      expectedVersion,
      text: random.pick(SENTENCES).slice(0, 900),
      inFavour,
      against,
      abstained,
      writtenInFavour,
      writtenAgainst,
      writtenAbstained,
      opinions: against > 0 ? [{ memberId: present[0]!.memberId, choice: 'AGAINST', words: 'Chưa đủ minh chứng' }] : [],
    };
    await command('recordCouncilVotes', 'RecordCouncilVotesInput', input, '');
  }
  const [leaving] = inTerm;
  if (leaving && random.chance(0.3)) {
    const ended = { id: leaving.id, expectedVersion: leaving.version, validTo: addDays(heldOn, 200), reason: 'Chuyển công tác' };
    await command('endCouncilMembership', 'EndCouncilMembershipInput', ended, '');
  }
}
