import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { date } from '../../shared/writing.js';
import { lockPerson } from './person.store.js';
import { auditLinesOf, postLinesOf } from './personal-data.reader.js';
import { PersonalDataService } from './personal-data.service.js';
import { PROTECTED_FIELDS, PROTECTED_LABELS, type ProtectedField } from './protected-fields.js';

export interface PrintSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Implemented by chapters above that hold data about people. */
export interface PersonMentions {
  readonly title: string;
  linesOf(tx: Tx, personId: Id): Promise<string[]>;
}

/** Collects everything the registry holds about a person, for a print for that person. Other chapters register their part (`PersonMentions`). */
@Injectable()
export class PersonalDataGatherer {
  private readonly mentions: PersonMentions[] = [];

  constructor(
    private readonly db: Database,
    private readonly personalData: PersonalDataService,
  ) {}

  register(mentions: PersonMentions): void {
    this.mentions.push(mentions);
  }

  /** A read of protected data like any other: it requires a purpose and is recorded in the audit trail, which is part of the print. */
  gather(actor: Actor, id: Id, purpose: string): Promise<PrintSection[]> {
    return this.db.tx(actor, async tx => {
      const { values, recordedOn, erasedFrom } = await this.personalData.revealAllIn(tx, id, purpose);
      const { name, achievement } = await lockPerson(tx, id);
      const protectedLines = PROTECTED_FIELDS.map(field => `${PROTECTED_LABELS[field]}: ${written(field, values[field])}`);
      const retentionLines =
        recordedOn === null
          ? []
          : [`Ghi ngày: ${date(recordedOn, 'vi')}`, `Xóa từ ngày: ${erasedFrom === null ? 'chưa đặt thời hạn' : date(erasedFrom, 'vi')}`];
      const sections = [
        { title: 'Họ và tên, thành tích', lines: [name, ...(achievement === null ? [] : [achievement])] },
        { title: 'Quá trình công tác', lines: await postLinesOf(tx, id) },
        { title: 'Dữ liệu cá nhân được bảo vệ', lines: [...protectedLines, ...retentionLines] },
      ];
      for (const { title, linesOf } of this.mentions) sections.push({ title, lines: await linesOf(tx, id) });
      return [...sections, { title: 'Ai đã ghi, đã xem, và vì sao', lines: await auditLinesOf(tx, id) }];
    });
  }
}

const written = (field: ProtectedField, value: string | null | undefined): string =>
  value === null || value === undefined ? '–' : field === 'BIRTH_DATE' ? date(value, 'vi') : value;
