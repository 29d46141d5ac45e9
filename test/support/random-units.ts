import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { foreignCharacterIn } from '../../src/features/units/unit-rules.js';
import { UNIT_KINDS, kindFacts, type UnitKind, type UnitLine } from '../../src/features/units/unit-kinds.js';
import type { UnitChange, UnitEventDraft } from '../../src/features/units/unit-changes.js';
import { UnitEventsService } from '../../src/features/units/unit-events.service.js';
import { systemActor } from '../../src/platform/access/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { DomainError, Refusal } from '../../src/platform/errors/domain-error.js';
import { addDays, parsePartialDate, type PartialDate } from '../../src/shared/dates.js';
import { newId, toGlobalId, type Id } from '../../src/shared/ids.js';
import { cleanText } from '../../src/shared/text.js';
import { DAYS, NAMES, PARTIAL_DAYS, SENTENCES } from './random-names.js';
import type { Random } from './random.js';
import type { TestRegistry } from './test-registry.js';

const CODES = ['1', '2', '3', '9', '10', '48', '049', 'Đ1', 'a_b', '50%', String.raw`c\d`, "o'h"];
const MOST_TRIES = 6;

interface Known {
  readonly id: Id;
  readonly line: UnitLine;
  readonly kind: UnitKind;
}

/** A small country and its changes, in unusual orders. */
export class RandomUnits {
  readonly known: Known[] = [];
  private readonly events: Id[] = [];
  private living: readonly string[] = [];
  private provinces: readonly string[] = [];
  private readonly service: UnitEventsService;
  private readonly db: Database;
  private readonly actor = systemActor('test');

  constructor(
    app: NestFastifyApplication,
    private readonly random: Random,
  ) {
    this.service = app.get(UnitEventsService);
    this.db = app.get(Database);
  }

  /** The global id of some unit, nearly always of one that exists today. */
  anyId(): string {
    const living = this.living.length > 0 && this.random.chance(0.85);
    return living ? this.random.pick(this.living) : toGlobalId('Unit', this.random.pick(this.known).id);
  }

  /** The global id of some unit, mostly of one that has units under it. */
  anyHigh(): string {
    return this.provinces.length > 0 && this.random.chance(0.6) ? this.random.pick(this.provinces) : this.anyId();
  }

  /** The global id of some unit under this one today, or of itself. */
  async anyUnder({ as }: TestRegistry, unitId: string): Promise<string> {
    const { units } = await as.reader.get(`query ($id: ID) { units(filter: { unitId: $id }, first: 100) { nodes { id } } }`, {
      id: unitId,
    });
    return units.nodes.length > 0 ? this.random.pick<{ id: string }>(units.nodes).id : unitId;
  }

  /** Queries the units that exist today. */
  async look({ as }: TestRegistry): Promise<void> {
    const { units, provinces } = await as.reader.get(
      `{ units(first: 100) { nodes { id } } provinces: units(filter: { kind: [TINH, THANH_PHO_TW] }) { nodes { id } } }`,
    );
    this.living = units.nodes.map((node: { id: string }) => node.id);
    this.provinces = provinces.nodes.map((node: { id: string }) => node.id);
  }

  async establishAll(): Promise<void> {
    await this.establish('TERRITORY', 3, ['TINH', 'THANH_PHO_TW'], 0);
    await this.establish('TERRITORY', 6, ['HUYEN', 'QUAN', 'THI_XA'], 0.9);
    await this.establish('TERRITORY', 14, ['XA', 'PHUONG', 'THI_TRAN', 'DAC_KHU'], 0.9);
    for (const line of ['STATE', 'PARTY', 'FRONT', 'FORCES', 'OTHER'] as const) {
      const kinds = (Object.keys(UNIT_KINDS) as UnitKind[]).filter(kind => kindFacts(kind).lines.includes(line));
      await this.establish(line, 4, kinds, 0.5);
    }
  }

  /** Communes in one event, more than the plan for few units takes. */
  async settle(count: number): Promise<void> {
    const { random } = this;
    // In one event: a single place or name that the rules refuse would refuse all.
    const places = this.known.filter(({ kind }) => ['PROVINCE', 'DISTRICT'].includes(kindFacts(kind).level ?? '')).map(unit => unit.id);
    const names = NAMES.filter(name => foreignCharacterIn(name, 'TERRITORY') === undefined);
    const commune = (): UnitChange => ({
      kind: 'establish',
      id: newId(),
      line: 'TERRITORY',
      unitKind: random.pick(['XA', 'PHUONG']),
      name: cleanText(random.pick(names)),
      code: null,
      parent: random.pick(places),
      territory: null,
      starts: undefined,
      ends: null,
      source: null,
    });
    await this.untilDone(1, () =>
      this.tryToApply(
        '2016-02-29',
        Array.from({ length: count }, () => commune()),
      ),
    );
  }

  async change(times: number): Promise<void> {
    await this.untilDone(times, () => {
      const changes = Array.from({ length: this.random.pick([1, 1, 2, 3]) }, () => this.anyChange());
      return this.tryToApply(this.random.chance(0.7) ? this.random.pick(DAYS) : this.random.pick(PARTIAL_DAYS), changes);
    });
  }

  /** Corrects to which units some of them passed, and takes back some of the corrections. */
  async correctSome(times: number): Promise<void> {
    const { random } = this;
    const rows = await this.db.rows<{ id: Id; line: UnitLine; on: string }>(
      `select u.id, u.line, coalesce(min(s.effective), upper(u.validity)::text) as on from unit u left join unit_succession s on s.predecessor_id = u.id
        where s.effective is not null or (s.id is null and not upper_inf(u.validity)) group by u.id order by u.id`,
    );
    const ended = rows.filter(({ id }) => this.known.some(unit => unit.id === id));
    await this.untilDone(ended.length > 0 ? times : 0, async () => {
      const { id, line, on } = random.pick(ended);
      const peers = random.shuffled(this.known.filter(other => other.line === line && other.id !== id).map(other => other.id));
      const whole = random.chance(0.6);
      const successors = peers.slice(0, whole ? 1 : random.between(0, 3)).map(unit => ({ unit, whole }));
      const done = await this.tryToApply(null, [
        { kind: 'correctSuccession', unit: id, on: parsePartialDate(on)!, successors, staying: [] },
      ]);
      if (done && random.chance(0.3)) await this.undo(this.events.at(-1)!);
      return done;
    });
  }

  async undoSome(): Promise<void> {
    // The latest first: nothing depends on them yet.
    for (const id of this.events.slice(-6).toReversed()) await this.undo(id);
  }

  private async undo(id: Id): Promise<void> {
    await unlessRefused(() => this.service.undo(this.actor, id, { expectedVersion: 1, reason: 'Nhập nhầm “50%”' }));
  }

  private async establish(line: UnitLine, times: number, kinds: readonly UnitKind[], placed: number): Promise<void> {
    const { random } = this;
    await this.untilDone(times, () => {
      const parents = this.known.filter(unit => unit.line === line);
      const lands = this.known.filter(unit => unit.line === 'TERRITORY');
      const id = newId();
      return this.tryToApply(random.chance(0.5) ? null : random.pick(DAYS.slice(0, 3)), [
        {
          kind: 'establish',
          id,
          line,
          unitKind: random.pick(kinds),
          name: cleanText(random.pick(NAMES)),
          code: random.chance(0.6) ? random.pick(CODES) : null,
          parent: parents.length > 0 && random.chance(placed) ? random.pick(parents).id : null,
          territory: line !== 'TERRITORY' && random.chance(0.8) ? random.pick(lands).id : null,
          starts: random.chance(0.4) ? undefined : this.start(),
          ends: random.chance(0.1) ? parsePartialDate(random.pick(['2024-12-31', '2025-06', '2025-01-01..2025-06-30']))! : null,
          source: random.chance(0.5) ? cleanText(random.pick(SENTENCES)) : null,
        },
      ]);
    });
  }

  /** Most random changes are refused. */
  private async untilDone(times: number, work: () => Promise<boolean>): Promise<void> {
    for (let done = 0, tries = 0; done < times && tries < times * MOST_TRIES; tries++) if (await work()) done++;
  }

  private start(): PartialDate | null {
    const text = this.random.pick([null, '2011', '2012-03', '1981-02-28', '..2012-03-01', '2011-01-01..2012-03-02']);
    return text === null ? null : parsePartialDate(text)!;
  }

  private anyChange(): UnitChange {
    const { random } = this;
    const unit = random.pick(this.known);
    const peers = this.known.filter(other => other.line === unit.line && other.id !== unit.id).map(other => other.id);
    const others = random.shuffled(peers).slice(0, random.between(1, 3));
    const kinds = (Object.keys(UNIT_KINDS) as UnitKind[]).filter(kind => kindFacts(kind).lines.includes(unit.line));
    switch (random.below(9)) {
      case 0:
        return { kind: 'rename', unit: unit.id, name: cleanText(random.pick(NAMES)) };
      case 1:
        return { kind: 'changeKind', unit: unit.id, unitKind: random.pick(kinds) };
      case 2:
        return { kind: 'recode', unit: unit.id, code: random.chance(0.8) ? random.pick(CODES) : null };
      case 3:
        return { kind: 'move', unit: unit.id, parent: others.length > 0 && random.chance(0.8) ? others[0]! : null };
      case 4:
        return { kind: 'merge', units: others, into: unit.id };
      case 5:
        return { kind: 'split', unit: unit.id, into: others, goesOn: random.chance(0.5) };
      case 6:
        return { kind: 'succeed', unit: unit.id, successors: others.slice(0, 1).map(id => ({ unit: id, whole: true })) };
      case 7:
        return { kind: 'succeed', unit: unit.id, successors: others.map(id => ({ unit: id, whole: false })) };
      default:
        return { kind: 'dissolve', unit: unit.id };
    }
  }

  private async tryToApply(effective: string | null, changes: readonly UnitChange[]): Promise<boolean> {
    const { random } = this;
    const draft: UnitEventDraft = {
      kind: random.pick(['CHANGE', 'LIST', 'REORGANISATION'] as const),
      effective: effective === null ? null : parsePartialDate(effective)!,
      act: {
        number: random.chance(0.6) ? random.pick(['1659/NQ-UBTVQH15', '202/2025/QH15', 'số 5/QĐ "mật"']) : null,
        date: random.chance(0.5) ? addDays(random.pick(DAYS), -20) : null,
        issuer: random.chance(0.4) ? 'Ủy ban Thường vụ Quốc hội' : null,
      },
      note: random.chance(0.5) ? cleanText(random.pick(SENTENCES)) : null,
      confirmed: changes.flatMap(change => (change.kind === 'establish' ? [change.id!] : [])),
      changes,
    };
    const id = await unlessRefused(() => this.service.apply(this.actor, draft));
    if (id === undefined) return false;
    this.events.push(id);
    for (const change of changes)
      if (change.kind === 'establish') this.known.push({ id: change.id!, line: change.line, kind: change.unitKind });
    return true;
  }
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || error instanceof DomainError) return undefined;
    throw error;
  }
}
