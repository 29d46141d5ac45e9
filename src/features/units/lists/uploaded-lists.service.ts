import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rights } from '../../../platform/access/rights.js';
import type { Actor } from '../../../platform/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import { FilePurposes, filePurpose, type FileRecords } from '../../../platform/files/file-purposes.js';
import { Files } from '../../../platform/files/files.service.js';
import type { Id } from '../../../shared/ids.js';
import type { ImportInput, ReorganisationInput } from './list.drafter.js';
import { UnitLists, type ListImportReport } from './unit-lists.service.js';

const UNIT_LIST = filePurpose({ name: 'UNIT_LIST', recordType: null, kinds: ['csv'] });

/** Reading and matching a list takes the time of its bytes: ten megabytes cost a sixth of a minute’s points. */
const BYTES_OF_A_POINT = 200;
const pointsOf = (...sizes: readonly number[]): number => Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / BYTES_OF_A_POINT);

/** Charges points to the sender. @throws RATE_LIMITED */
export type Charge = (points: number) => Promise<void>;

/** A request to import a list from uploaded files. */
export interface UploadedList extends Pick<ImportInput, 'date' | 'act' | 'actDate' | 'codes' | 'confirmed'> {
  readonly unitsFileId: Id;
  /** `false`: only check it. */
  readonly apply: boolean;
}

interface UploadedReorganisation extends UploadedList, Pick<ReorganisationInput, 'corrected'> {
  readonly successionsFileId: Id;
}

/** Imports official lists from uploaded files. The event does not refer to the files; it records their names and digests. */
@Injectable()
export class UploadedLists implements OnModuleInit, FileRecords {
  readonly purpose = UNIT_LIST;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly lists: UnitLists,
    private readonly files: Files,
    private readonly purposes: FilePurposes,
    private readonly rights: Rights,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  authorise(tx: Tx): Promise<void> {
    return this.rights.requireSomewhere(tx, 'unit.change');
  }

  async mayRead(actor: Actor): Promise<boolean> {
    return this.rights.may(actor, 'unit.change');
  }

  async import(actor: Actor, charge: Charge, { unitsFileId, apply, ...list }: UploadedList): Promise<ListImportReport> {
    await charge(pointsOf(await this.files.sizeOf(actor, unitsFileId, UNIT_LIST)));
    return this.inTurn(async () => {
      const input = { ...list, units: await this.files.contentOf(actor, unitsFileId, UNIT_LIST) };
      return apply ? this.lists.import(actor, input) : this.lists.checkImport(actor, input);
    });
  }

  async reorganise(actor: Actor, charge: Charge, uploaded: UploadedReorganisation): Promise<ListImportReport> {
    const { unitsFileId, successionsFileId, apply, ...list } = uploaded;
    const sizes = [await this.files.sizeOf(actor, unitsFileId, UNIT_LIST), await this.files.sizeOf(actor, successionsFileId, UNIT_LIST)];
    await charge(pointsOf(...sizes));
    return this.inTurn(async () => {
      const units = await this.files.contentOf(actor, unitsFileId, UNIT_LIST);
      const successions = await this.files.contentOf(actor, successionsFileId, UNIT_LIST);
      const input = { ...list, units, successions };
      return apply ? this.lists.reorganise(actor, input) : this.lists.checkReorganisation(actor, input);
    });
  }

  /** One list at a time in this process: each is held in memory as a whole. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
