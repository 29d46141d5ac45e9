import { addDays } from '../../src/shared/dates.js';
import { DAYS, NAMES, PARTIAL_DAYS, PAST_DAYS, SENTENCES } from './random-names.js';
import type { Command } from './random-command.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

const LEVELS = ['GRASSROOTS', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'CENTRAL'];
const LINES = ['TERRITORY', 'STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER'];

/** Decisions, rules of receiving, movements with their rounds, extensions and targets. */
export class RandomMovements {
  readonly decisions: string[] = [];
  readonly rounds: { readonly id: string; readonly unitId: string }[] = [];
  private readonly movements: string[] = [];

  constructor(
    private readonly registry: TestRegistry,
    private readonly command: Command,
    private readonly units: RandomUnits,
    private readonly random: Random,
  ) {}

  get level(): string {
    return this.random.pick(LEVELS);
  }

  async go(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      for (let n = 0; n < 3; n++) await this.authority();
      for (let n = 0; n < 2; n++) await this.decision();
      await this.movement();
      for (let n = 0; n < 2; n++) await this.round();
      for (let n = 0; n < 5; n++) await this.rowOfRound();
    }
  }

  private async authority(): Promise<void> {
    const { random, units } = this;
    const input = {
      unitId: units.anyHigh(),
      line: random.pick(LINES),
      receiverId: units.anyId(),
      recogniserId: random.chance(0.5) ? units.anyId() : null,
      level: this.level,
      validFrom: random.chance(0.9) ? random.pick(DAYS.slice(-4)) : null,
      validTo: random.chance(0.3) ? '2026-06-01' : null,
      basis: random.pick(SENTENCES),
    };
    await this.command('setReceivingAuthority', 'SetReceivingAuthorityInput', input, '');
  }

  private async decision(): Promise<void> {
    const { random } = this;
    const input = {
      number: random.chance(0.8)
        ? `${random.pick(['9', '10', '0125', '2579'])}/${random.pick(['QĐ-UBND', 'qđ-ubnd', 'KH "mật"', 'NQ%'])}`
        : null,
      kind: random.pick(['DECISION', 'RESOLUTION', 'PLAN', 'OTHER']),
      issuedOn: random.chance(0.8) ? random.pick(PAST_DAYS) : random.pick([null, ...PARTIAL_DAYS]),
      issuerId: this.units.anyId(),
      signer: random.chance(0.5) ? 'Nguyễn Văn Ổn, Chủ tịch' : null,
      abstract: random.chance(0.7) ? random.pick(SENTENCES) : null,
      source: 'Danh sách kèm báo cáo',
    };
    const answer = await this.command('recordDecision', 'RecordDecisionInput', input, 'decision { id }');
    if (answer) this.decisions.push(answer.decision.id);
  }

  private async movement(): Promise<void> {
    const { random } = this;
    const input = {
      name: random.pick(NAMES),
      launcherId: this.units.anyId(),
      act: random.chance(0.5) ? { number: '12/KH', date: random.pick(PAST_DAYS), issuer: random.chance(0.5) ? 'Huyện ủy' : null } : null,
      starts: random.chance(0.7) ? random.pick([...DAYS, ...PARTIAL_DAYS]) : null,
      ends: random.chance(0.4) ? random.pick([...DAYS, ...PARTIAL_DAYS]) : null,
      note: random.chance(0.3) ? random.pick(SENTENCES) : null,
    };
    const answer = await this.command('launchMovement', 'LaunchMovementInput', input, 'movement { id }');
    if (!answer) return;
    const { id } = answer.movement;
    this.movements.push(id);
    const stated = random.chance(0.3);
    if (stated) await this.stateItems('setMovementFormItems', id, 1);
    const renamed = {
      id,
      name: random.pick(NAMES),
      from: random.pick(PAST_DAYS),
      reason: random.pick(SENTENCES),
      expectedVersion: stated ? 2 : 1,
    };
    if (random.chance(0.5)) await this.command('renameMovement', 'RenameMovementInput', renamed, '');
  }

  private async round(): Promise<void> {
    const { random } = this;
    if (this.movements.length === 0) return;
    const opensOn = random.pick(DAYS.slice(-5));
    const input = {
      movementId: random.pick(this.movements),
      name: random.pick(NAMES),
      unitId: this.units.anyHigh(),
      opensOn,
      closesOn: addDays(opensOn, random.pick([0, 1, 30, 400, 400])),
    };
    const answer = await this.command('openRegistrationRound', 'OpenRegistrationRoundInput', input, 'registrationRound { id }');
    if (!answer) return;
    this.rounds.push({ id: answer.registrationRound.id, unitId: input.unitId });
    if (random.chance(0.3)) await this.stateItems('setRoundFormItems', answer.registrationRound.id, 1);
  }

  private async stateItems(command: string, id: string, expectedVersion: number): Promise<void> {
    const { random } = this;
    const from = random.pick([...PAST_DAYS, ...DAYS.slice(-3)]);
    const input = { id, from, items: random.some(['AIMS', 'SITUATION', 'OUTPUTS'], 2), basis: random.pick(SENTENCES), expectedVersion };
    await this.command(command, 'SetRequiredFormItemsInput', input, '');
  }

  private async rowOfRound(): Promise<void> {
    const { random } = this;
    if (this.rounds.length === 0) return;
    const round = random.pick(this.rounds.slice(-6));
    const input = { roundId: round.id, unitId: await this.units.anyUnder(this.registry, round.unitId) };
    if (random.chance(0.5)) {
      await this.command(
        'assignTarget',
        'AssignTargetInput',
        { ...input, count: random.between(1, 12), basis: random.pick(SENTENCES) },
        '',
      );
    } else {
      const closesOn = addDays(random.pick(DAYS.slice(-3)), random.pick([1, 45, 500, 900]));
      await this.command('extendRegistration', 'ExtendRegistrationInput', { ...input, closesOn, reason: random.pick(SENTENCES) }, '');
    }
  }
}
