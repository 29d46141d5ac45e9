import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { lockPerson } from './person.store.js';
import { PersonalDataService } from './personal-data.service.js';
import { PROTECTED_FIELDS, PROTECTED_LABELS } from './protected-fields.js';

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
      const protectedLines = PROTECTED_FIELDS.map(field => `${PROTECTED_LABELS[field]}: ${values[field] ?? '–'}`);
      const retentionLines = recordedOn === null ? [] : [`Ghi ngày: ${recordedOn}`, `Xóa từ ngày: ${erasedFrom ?? 'chưa đặt thời hạn'}`];
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

async function postLinesOf(tx: Tx, id: Id): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select concat_ws(', ', p.title, (select s.name from unit_span s where s.unit_id = p.unit_id order by s.validity && p.validity desc, s.validity desc limit 1),
                      'từ ' || coalesce(lower(p.validity)::text, 'chưa rõ'), 'đến ' || (upper(p.validity) - 1)) as line
       from person_post p where p.person_id = $1 order by lower(p.validity) nulls first, p.id`,
    [id],
  );
  return rows.map(row => row.line);
}

async function auditLinesOf(tx: Tx, id: Id): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select concat_ws(' · ', to_char(e.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI'), e.actor_name, 'thay mặt ' || e.on_behalf_of_name, e.action, e.after ->> 'fields', e.reason) as line
       from audit_entry e where e.object_type in ('Person', 'PersonalData') and e.object_id = $1 order by e.at, e.id`,
    [id],
  );
  return rows.map(row => row.line);
}
