import { FULL_FORM } from './full-form.js';
import { randomVillage } from './random-villages.js';
import { addDays } from '../../src/shared/dates.js';
import { NAMES, PARTIAL_DAYS, PAST_DAYS, SENTENCES } from './random-names.js';
import type { RandomMovements } from './random-movements.js';
import type { Command } from './random-command.js';
import type { RandomUnits } from './random-units.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

interface Parts {
  readonly registry: TestRegistry;
  readonly command: Command;
  readonly units: RandomUnits;
  readonly movements: RandomMovements;
  readonly random: Random;
}

const MODEL = 'model { id parent { id } }';
const STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'RECEIVED',
  'RECEIVED',
  'UNDER_APPRAISAL',
  'UNDER_APPRAISAL',
  'NOT_RECOGNISED',
  'WITHDRAWN',
];
/** The steps of a file, with the states in which they are possible. */
const STEPS: readonly (readonly [step: string, from: string])[] = [
  ['submit', 'DRAFT, RETURNED'],
  ['receive', 'SUBMITTED'],
  ['return', 'RECEIVED'],
  ['openAppraisalOf', 'RECEIVED'],
  ['recognise', 'UNDER_APPRAISAL'],
  ['decline', 'UNDER_APPRAISAL'],
  ['withdraw', 'DRAFT, RETURNED'],
  ['revoke', 'RECOGNISED'],
];
const RUNNING_STEPS: readonly (readonly [step: string, from: string])[] = [
  ['start', 'PLANNED'],
  ['strengthen', 'ACTIVE'],
  ['sustain', 'NEEDS_STRENGTHENING'],
  ['stop', 'ACTIVE'],
  ['resume', 'STOPPED'],
];
const DECIDED = new Set(['recognise', 'decline', 'revoke']);

/** Models recorded and registered, taken through their lifecycle, trashed and merged. */
export class RandomModels {
  private readonly models: string[] = [];
  /** Models without a parent. */
  private readonly tops: string[] = [];

  private constructor(
    private readonly sectors: readonly string[],
    private readonly people: readonly string[],
    private readonly parts: Parts,
  ) {}

  static async of(parts: Parts): Promise<RandomModels> {
    const { sectors, people } = await parts.registry.as.reader.get(
      `{ sectors(first: 100) { nodes { id } } people(first: 100) { nodes { id } } }`,
    );
    const [sectorIds, personIds] = [sectors, people].map(({ nodes }) => nodes.map(({ id }: { id: string }) => id));
    return new RandomModels(sectorIds, personIds, parts);
  }

  async go(times: number): Promise<void> {
    const { random } = this.parts;
    for (let i = 0; i < times; i++) {
      await (random.chance(0.6) ? this.record() : this.draft());
      if (random.chance(0.4)) await this.edit();
    }
    for (const [step, from] of [...STEPS, ...STEPS]) await this.step(step, `state: [${from}]`);
    for (const [step, from] of RUNNING_STEPS) await this.step(step, `running: [${from}]`);
    for (let i = 0; i < 3; i++) await this.tidy();
    for (let i = 0; i < 6; i++) await this.learn();
    for (let i = 0; i < times; i++) await this.again();
    for (const [step, from] of STEPS) await this.step(step, `state: [${from}]`);
  }

  private content(): Record<string, unknown> {
    const { units, random } = this.parts;
    const subjectKind = random.pick(['COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD']);
    const isSomebodys = subjectKind !== 'COLLECTIVE' && this.people.length > 0 && random.chance(0.7);
    return {
      title: `${random.pick(SENTENCES)}${random.chance(0.3) ? ` ${random.pick(NAMES)}` : ''}`,
      unitId: units.anyId(),
      kind: random.pick(['MODEL', 'EXEMPLAR']),
      subjectKind,
      personId: isSomebodys ? random.pick(this.people) : null,
      jointOwnerIds: Array.from({ length: random.pick([0, 0, 1, 2]) }, () => units.anyId()),
      parentId: this.tops.length > 0 && random.chance(0.5) ? random.pick(this.tops) : null,
      copyOfId: this.models.length > 0 && random.chance(0.3) ? random.pick(this.models) : null,
      sectorId: random.chance(0.6) ? random.pick(this.sectors) : null,
      place: random.chance(0.3) ? random.pick(NAMES) : null,
      village: random.chance(0.4) ? randomVillage(random) : null,
      themes: random.some(NAMES, 3),
      starts: random.chance(0.5) ? random.pick([...PAST_DAYS, ...PARTIAL_DAYS]) : null,
      endsOn: random.chance(0.2) ? '2026-12-31' : null,
      form: random.pick([null, FULL_FORM, FULL_FORM, { situation: random.pick(SENTENCES), aims: random.pick(NAMES), outputs: null }]),
    };
  }

  private async record(): Promise<void> {
    const { command, random } = this.parts;
    const input = {
      ...this.content(),
      state: random.chance(0.1) ? null : random.pick(STATES),
      running: random.chance(0.7) ? random.pick(['PLANNED', 'ACTIVE', 'STOPPED']) : null,
      attestedOn: random.chance(0.5) ? random.pick([...PAST_DAYS, ...PARTIAL_DAYS]) : addDays('2012-01-01', random.below(4_900)),
      source: random.pick(SENTENCES),
    };
    this.enter(await command('recordPast', 'RecordPastInput', input, MODEL));
  }

  private async draft(): Promise<void> {
    const { registry, command, units, movements, random } = this.parts;
    const round = movements.rounds.length > 0 && random.chance(0.7) ? random.pick(movements.rounds.slice(-6)) : null;
    const ofRound = round && { roundId: round.id, unitId: await units.anyUnder(registry, round.unitId) };
    this.enter(await command('draftModel', 'DraftModelInput', { ...this.content(), ...ofRound }, MODEL));
  }

  private enter(answer: { model: { id: string; parent: object | null } } | undefined): void {
    if (!answer) return;
    this.models.push(answer.model.id);
    if (answer.model.parent === null) this.tops.push(answer.model.id);
  }

  private async version(id: string): Promise<number> {
    return (await this.parts.registry.as.reader.get(`query ($id: ID!) { model(id: $id) { version } }`, { id })).model.version;
  }

  /** Runs the step for some models in a matching state; other reasons against it are reported for each model. */
  private async step(name: string, filter: string): Promise<void> {
    const { registry, command, movements, random } = this.parts;
    const { models: found } = await registry.as.reader.get(`{ models(filter: { ${filter} }, first: 100) { nodes { id } } }`);
    const models = random.some<{ id: string }>(found.nodes, 5);
    if (models.length === 0) return;
    const input = {
      models,
      on: random.chance(0.2) ? random.pick(PAST_DAYS) : null,
      reason: random.chance(0.9) ? random.pick(SENTENCES) : null,
    };
    const decided = { decisionId: movements.decisions.length > 0 ? random.pick(movements.decisions) : null, level: movements.level };
    const type = DECIDED.has(name) ? 'DecideModelsInput' : 'StepModelsInput';
    await command(`${name}Models`, type, { ...input, ...(DECIDED.has(name) && decided) }, '');
  }

  private async edit(): Promise<void> {
    const { command, random } = this.parts;
    if (this.models.length === 0) return;
    const all = this.content();
    const change = Object.fromEntries(random.some(Object.entries(all), 4));
    const id = random.pick(this.models);
    const seen = { id, expectedVersion: await this.version(id), reason: 'Đính chính' };
    await command('editModel', 'EditModelInput', { ...seen, ...change }, '');
  }

  private async tidy(): Promise<void> {
    const { command, random } = this.parts;
    if (this.models.length < 2) return;
    const [id, intoId] = random.shuffled(this.models);
    const seen = { id, expectedVersion: await this.version(id!), reason: 'Nhập trùng' };
    await (random.chance(0.5)
      ? command('trashModel', 'TrashModelInput', seen, '')
      : command('mergeModel', 'MergeModelInput', { ...seen, intoId }, ''));
  }

  /** Registers a model again, enters an earlier registration of it, renames it, or takes its last step back. */
  private async again(): Promise<void> {
    const { registry, command, movements, random } = this.parts;
    if (this.models.length === 0) return;
    const id = random.pick(this.models);
    const seen = { id, expectedVersion: await this.version(id) };
    const reason = random.pick(SENTENCES);
    const commands: readonly (() => Promise<unknown>)[] = [
      () => command('draftRegistration', 'DraftRegistrationInput', { ...seen, form: { aims: random.pick(SENTENCES) } }, ''),
      () => command('renameModel', 'RenameModelInput', { ...seen, title: random.pick(SENTENCES), from: '2025-03-01', reason }, ''),
      () =>
        command(
          'recordPastRegistration',
          'RecordPastRegistrationInput',
          {
            ...seen,
            state: random.pick([...STATES, 'RECOGNISED', 'RECOGNISED', null]),
            on: random.pick([...PAST_DAYS, ...PARTIAL_DAYS]),
            source: reason,
            level: movements.level,
            decisionId: movements.decisions.length > 0 && random.chance(0.5) ? random.pick(movements.decisions) : null,
            deviationReason: reason,
          },
          '',
        ),
      async () => {
        const { model } = await registry.as.reader.get('query ($id: ID!) { model(id: $id) { latestStep { action } } }', { id });
        return command('takeBackModelStep', 'TakeBackModelStepInput', { ...seen, reason, action: model.latestStep?.action ?? 'draft' }, '');
      },
    ];
    await random.pick(commands)();
  }

  private async learn(): Promise<void> {
    const { command, movements, random } = this.parts;
    if (this.models.length === 0) return;
    const id = random.pick(this.models);
    const known = { id, expectedVersion: await this.version(id), on: random.pick(PAST_DAYS), source: random.pick(SENTENCES) };
    if (random.chance(0.3)) {
      await command(
        'recordModelRunning',
        'RecordModelRunningInput',
        { ...known, running: random.pick(['PLANNED', 'ACTIVE', 'STOPPED']) },
        '',
      );
      return;
    }
    const kind = random.pick(['OUTSTANDING', 'REPLICATED']);
    const decisionId = movements.decisions.length > 0 && random.chance(0.5) ? random.pick(movements.decisions) : null;
    await command(
      'recordModelFact',
      'RecordModelFactInput',
      { ...known, kind, decisionId, level: random.pick([null, movements.level]) },
      '',
    );
  }
}
