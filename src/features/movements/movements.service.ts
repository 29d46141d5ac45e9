import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Rights } from '../../platform/access/rights.js';
import { Database } from '../../platform/database/database.js';
import { versionAfter } from '../../platform/audit/object-version.js';
import { requireVersion } from '../../platform/database/expected-version.js';
import type { Tx } from '../../platform/database/tx.js';
import { Problems } from '../../platform/errors/domain-error.js';
import { parsePartialDate, type LocalDate, type PartialDate } from '../../shared/dates.js';
import { newId, type Id } from '../../shared/ids.js';
import { cleanText } from '../../shared/text.js';
import { UnitErrors } from '../units/unit.errors.js';
import { MovementEntity } from './movement.entity.js';
import { MovementErrors } from './movement.errors.js';
import { isBackwards, toRange, widest, type Period } from './period.js';
import { livesOf } from './unit-lives.js';

/** What a plan says of a movement. */
export interface GivenMovement {
  readonly name: string;
  readonly launcherId: Id;
  readonly actNumber: string | null;
  readonly actDate: LocalDate | null;
  readonly actIssuer: string | null;
  readonly starts: PartialDate | null;
  readonly ends: PartialDate | null;
  readonly note: string | null;
}

/** What a command changes, with the version its sender has seen and why. */
export interface Seen {
  readonly id: Id;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** The same as it stands in the table: dates in their own words. */
type MovementRow = Omit<GivenMovement, 'starts' | 'ends'> & { readonly starts: string | null; readonly ends: string | null };

/** What changes what it says. */
const CONTENT_ACTIONS = ['movement.corrected', 'movement.ended', 'movement.versionRestored'];

/** What is done with movements themselves; their rounds are told in `registration-rounds.service.ts`. */
@Injectable()
export class MovementsService {
  constructor(
    private readonly db: Database,
    private readonly rights: Rights,
  ) {}

  /** @throws Refusal with everything that is wrong at once; then nothing is written. */
  launchMovement(actor: Actor, given: GivenMovement, idempotencyKey?: string | null): Promise<Id> {
    return this.db.once(actor, { key: idempotencyKey, command: 'launchMovement', input: given }, async tx => {
      await this.rights.require(tx, 'movement.edit', given.launcherId);
      const problems = new Problems();
      await check(tx, given, problems);
      problems.refuseIfAny();
      const id = newId();
      const row = rowOf(given);
      await tx.manager.insert(MovementEntity, { id, ...row, period: periodOf(given), recordedOn: tx.today });
      await tx.audit({ action: 'movement.launched', object: { type: 'Movement', id }, unitId: row.launcherId, after: row });
      return id;
    });
  }

  correctMovement(actor: Actor, seen: Seen, changes: Partial<GivenMovement>): Promise<Id> {
    return this.correct(actor, seen, 'corrected', async (_tx, before) => ({ ...givenBy(before), ...changes }));
  }

  /** Has it say again what it said right after one of its changes. */
  restoreVersion(actor: Actor, seen: Seen & { readonly changeId: Id }): Promise<Id> {
    const { id, changeId } = seen;
    return this.correct(actor, seen, 'versionRestored', async (tx, before) =>
      givenBy(await versionAfter(tx, { type: 'Movement', id, changeId, actions: CONTENT_ACTIONS }, before)),
    );
  }

  private correct(
    actor: Actor,
    { id, expectedVersion, reason }: Seen,
    done: 'corrected' | 'versionRestored',
    change: (tx: Tx, before: MovementRow) => Promise<GivenMovement>,
  ): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, ...before } = await lockMovement(tx, id);
      await this.rights.require(tx, 'movement.edit', before.launcherId);
      requireVersion(expectedVersion, version);
      const given = await change(tx, before);
      await this.rights.require(tx, 'movement.edit', given.launcherId);
      const row = rowOf(given);
      if (JSON.stringify(row) === JSON.stringify(before)) throw MovementErrors.MOVEMENT_UNCHANGED();
      const problems = new Problems();
      await check(tx, given, problems);
      await refuseRoundsBeyond(tx, id, given.ends, problems);
      problems.refuseIfAny();
      await tx.manager.update(MovementEntity, { id }, { ...row, period: periodOf(given), version: version + 1 });
      const told = { before, after: row, unitId: row.launcherId, reason: cleanText(reason) };
      await tx.audit({ action: `movement.${done}`, object: { type: 'Movement', id }, ...told });
      return id;
    });
  }

  endMovement(actor: Actor, { id, expectedVersion, reason }: Seen, ends: PartialDate): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { version, ...before } = await lockMovement(tx, id);
      await this.rights.require(tx, 'movement.edit', before.launcherId);
      requireVersion(expectedVersion, version);
      const known = parsed(before.ends);
      if (known !== null && (ends.latest > known.latest || ends.text === known.text))
        throw MovementErrors.MOVEMENT_ALREADY_ENDS({ date: known.text }).at('ends');
      const given = { starts: parsed(before.starts), ends };
      const problems = new Problems();
      refuseBackwards(given, problems);
      await refuseRoundsBeyond(tx, id, ends, problems);
      problems.refuseIfAny();
      await tx.manager.update(MovementEntity, { id }, { ends: ends.text, period: periodOf(given), version: version + 1 });
      const told = { before: { ends: before.ends }, after: { ends: ends.text }, unitId: before.launcherId };
      await tx.audit({ action: 'movement.ended', object: { type: 'Movement', id }, ...told, reason: cleanText(reason) });
      return id;
    });
  }
}

async function lockMovement(tx: Tx, id: Id): Promise<MovementRow & { version: number }> {
  const [row] = await tx.query<MovementRow & { version: number }>(
    `select name, launcher_id as "launcherId", act_number as "actNumber", act_date as "actDate", act_issuer as "actIssuer", starts, ends, note,
            version from movement where id = $1 for update`,
    [id],
  );
  if (!row) throw MovementErrors.MOVEMENT_NOT_FOUND({ id });
  return row;
}

async function check(tx: Tx, given: GivenMovement, problems: Problems): Promise<void> {
  const { launcherId, actDate } = given;
  if (actDate !== null && actDate > tx.today) problems.add(MovementErrors.MOVEMENT_ACT_IN_FUTURE({ date: actDate }).at('act', 'date'));
  refuseBackwards(given, problems);
  const launch = launchOf(given);
  const [launcher] = await livesOf(tx, [launcherId], launch);
  if (!launcher) problems.add(UnitErrors.UNIT_NOT_FOUND({ id: launcherId }).at('launcherId'));
  else if (!launcher.touches) {
    const date = actDate ?? given.starts?.text ?? given.ends?.text ?? '…';
    problems.add(UnitErrors.UNIT_NOT_IN_FORCE({ unit: launcher.fullName, date }).at('launcherId'));
  }
}

/** When it was launched, as far as that is known: on the day of the act, or when the movement began. */
function launchOf({ actDate, starts, ends }: GivenMovement): Period {
  if (actDate !== null) return { first: actDate, last: actDate };
  return { first: starts?.earliest ?? null, last: starts?.latest ?? ends?.latest ?? null };
}

function refuseBackwards({ starts, ends }: Pick<GivenMovement, 'starts' | 'ends'>, problems: Problems): void {
  if (isBackwards(widest(starts, ends)))
    problems.add(MovementErrors.MOVEMENT_ENDS_BEFORE_IT_STARTS({ starts: starts!.text, ends: ends!.text }).at('ends'));
}

/** No round takes registrations after its movement has ended; whoever opens or extends one looks at the movement's end. */
async function refuseRoundsBeyond(tx: Tx, movementId: Id, ends: PartialDate | null, problems: Problems): Promise<void> {
  if (ends === null) return;
  const [beyond] = await tx.query<{ round: string; date: LocalDate }>(
    `select r.name as round, greatest(r.closes_on, (select max(x.closes_on) from registration_extension x where x.round_id = r.id)) as date
       from registration_round r where r.movement_id = $1 order by 2 desc limit 1`,
    [movementId],
  );
  if (beyond && beyond.date > ends.latest) problems.add(MovementErrors.MOVEMENT_ROUND_GOES_ON(beyond).at('ends'));
}

const periodOf = ({ starts, ends }: Pick<GivenMovement, 'starts' | 'ends'>): string => toRange(widest(starts, ends));
const givenBy = (row: MovementRow): GivenMovement => ({ ...row, starts: parsed(row.starts), ends: parsed(row.ends) });
const parsed = (text: string | null): PartialDate | null => (text === null ? null : parsePartialDate(text)!);
const clean = (text: string | null): string | null => (text === null ? null : cleanText(text));

const rowOf = ({ name, launcherId, actNumber, actDate, actIssuer, starts, ends, note }: GivenMovement): MovementRow => ({
  name: cleanText(name),
  launcherId,
  actNumber: clean(actNumber),
  actDate,
  actIssuer: clean(actIssuer),
  starts: starts?.text ?? null,
  ends: ends?.text ?? null,
  note: clean(note),
});
