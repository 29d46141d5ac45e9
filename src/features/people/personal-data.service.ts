import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { RETENTION, type Retention } from '../../platform/config/retention.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Jobs, type JobRun } from '../../platform/jobs/jobs.js';
import { Log } from '../../platform/logging/log.js';
import { changed, type Change } from '../../shared/change.js';
import type { LocalDate } from '../../shared/dates.js';
import type { Id } from '../../shared/ids.js';
import { parsePartialDate } from '../../shared/dates.js';
import { cleanText } from '../../shared/text.js';
import { PersonErrors } from './person.errors.js';
import { PersonRights } from './person-rights.js';
import { incrementVersion, lockPerson, type SeenPerson, firstDayInPost } from './person.store.js';
import { deleteValues, expiredOn, retentionOf, valuesOf, writeValues } from './personal-data.store.js';
import { MASK, PROTECTED_FIELDS, type ProtectedField, type ProtectedValues } from './protected-fields.js';

export interface ShownValue {
  readonly field: ProtectedField;
  readonly held: boolean;
  readonly value: string | null;
}

/** 01:30 in Việt Nam; cron times are UTC. */
const AT_NIGHT = '30 18 * * *';

/**
 * Protected data of people. Every read is a command with a purpose and is recorded in the audit trail, as is every change. The audit trail
 * contains the names of fields and never a value, so that deleting the row erases the data.
 */
@Injectable()
export class PersonalDataService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: PersonRights,
    private readonly jobs: Jobs,
    private readonly log: Log,
    @Inject(RETENTION) private readonly retention: Retention | undefined,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'personalData.expire', every: AT_NIGHT, run: (_, run) => this.expire(run) });
  }

  /** Records or corrects values. A field left out is kept; `null` removes its value. */
  keep(actor: Actor, seen: SeenPerson, given: Change<ProtectedValues>, reason: string): Promise<Id> {
    if (!this.retention) throw PersonErrors.PERSON_RETENTION_NOT_SET();
    return this.db.tx(actor, async tx => {
      const { auditUnitId: unitId } = await this.rights.requireSeen(tx, 'person.writeProtected', seen);
      const before = await valuesOf(tx, seen.id);
      const after = cleaned(changed(before, given));
      const fields = PROTECTED_FIELDS.filter(field => after[field] !== before[field]);
      if (fields.length === 0) return tx.unchanged(seen.id);
      await refuseBirthAfterPost(tx, seen.id, after.BIRTH_DATE);
      await writeValues(tx, seen.id, after);
      await incrementVersion(tx, seen.id);
      await tx.audit({
        action: 'personalData.kept',
        object: { type: 'PersonalData', id: seen.id },
        unitId,
        after: { fields },
        reason: cleanText(reason),
      });
      return seen.id;
    });
  }

  /** The values of `fields`; all others are masked. */
  reveal(actor: Actor, id: Id, fields: readonly ProtectedField[], purpose: string): Promise<ShownValue[]> {
    return this.db.tx(actor, async tx => {
      const { auditUnitId: unitId } = await this.rights.require(tx, 'person.readProtected', id);
      const values = await valuesOf(tx, id);
      await auditRead(tx, { id, unitId, fields, purpose });
      return PROTECTED_FIELDS.map(field => {
        const value = values[field];
        return { field, held: value !== null, value: value === null || fields.includes(field) ? value : MASK };
      });
    });
  }

  /** All values, within the caller’s transaction, for a print of the person’s data. */
  async revealAllIn(
    tx: Tx,
    id: Id,
    purpose: string,
  ): Promise<{ values: ProtectedValues; recordedOn: LocalDate | null; erasedFrom: LocalDate | null }> {
    const { auditUnitId: unitId } = await this.rights.require(tx, 'person.readProtected', id);
    await auditRead(tx, { id, unitId, fields: PROTECTED_FIELDS, purpose });
    const kept = await retentionOf(tx, id, this.retention?.months ?? null);
    return { values: await valuesOf(tx, id), recordedOn: kept?.on ?? null, erasedFrom: kept?.until ?? null };
  }

  /** Erases the data before their retention time ends, for example at the person’s request. */
  erase(actor: Actor, seen: SeenPerson, reason: string): Promise<Id> {
    return this.db.tx(actor, async tx => {
      const { auditUnitId: unitId } = await this.rights.requireSeen(tx, 'person.writeProtected', seen);
      if (!(await deleteValues(tx, seen.id))) throw PersonErrors.PERSON_HAS_NO_PERSONAL_DATA();
      await incrementVersion(tx, seen.id);
      await tx.audit({ action: 'personalData.erased', object: { type: 'PersonalData', id: seen.id }, unitId, reason: cleanText(reason) });
      return seen.id;
    });
  }

  /** Erases data whose retention time has ended, with an entry of the audit trail per person that states the configured reason. */
  private async expire({ actor }: JobRun): Promise<void> {
    const due = await expiredOn(this.db.rows, this.db.today(), this.retention?.months ?? null);
    if (due.length === 0) return;
    if (!this.retention) {
      this.log.warn('personal data are kept and no retention time is set', { people: due.length });
      return;
    }
    const { months, reason } = this.retention;
    for (const id of due) {
      await this.db.tx(actor, async tx => {
        const { auditUnitId: unitId } = await lockPerson(tx, id);
        await deleteValues(tx, id);
        await incrementVersion(tx, id);
        await tx.audit({ action: 'personalData.expired', object: { type: 'PersonalData', id }, unitId, after: { months }, reason });
      });
    }
  }
}

interface ProtectedRead {
  readonly id: Id;
  readonly unitId: Id | null;
  readonly fields: readonly ProtectedField[];
  readonly purpose: string;
}

const auditRead = (tx: Tx, { id, unitId, fields, purpose }: ProtectedRead): Promise<void> =>
  tx.audit({ action: 'personalData.read', object: { type: 'PersonalData', id }, unitId, after: { fields }, reason: cleanText(purpose) });

const cleaned = (values: ProtectedValues): ProtectedValues =>
  Object.fromEntries(PROTECTED_FIELDS.map(field => [field, values[field] && cleanText(values[field])])) as ProtectedValues;

/**
 * A post begins after the birth. Only this side is checked: a post that is refused because of a birth would reveal the protected date to those
 * who may enter posts and may not read it. The doctor finds what is entered from the other side.
 */
async function refuseBirthAfterPost(tx: Tx, id: Id, birthDate: string | null): Promise<void> {
  const born = birthDate === null ? undefined : parsePartialDate(birthDate);
  const first = born?.earliest ? await firstDayInPost(tx, id) : undefined;
  if (first !== undefined && first < born!.earliest!) throw PersonErrors.PERSON_BORN_AFTER_POST({ date: first }).at('birthDate');
}
