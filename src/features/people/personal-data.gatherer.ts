import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';
import { date } from '../../shared/writing.js';
import { lockPerson } from './person.store.js';
import { PersonalDataService } from './personal-data.service.js';
import { PROTECTED_FIELDS, PROTECTED_LABELS, type ProtectedField } from './protected-fields.js';

export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a chapter above holds about a person. */
export interface PersonMentions {
  readonly title: string;
  linesOf(tx: Tx, personId: Id): Promise<string[]>;
}

/** Prints all that is held about a person: theirs to see. Chapters that mention people register (`PersonMentions`). */
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

  /** It is a read of protected data like any other: with a purpose, told in the trail, and itself part of what is printed. */
  gather(actor: Actor, id: Id, purpose: string): Promise<Section[]> {
    return this.db.tx(actor, async tx => {
      const { values, recordedOn, erasedFrom } = await this.personalData.revealAllIn(tx, id, purpose);
      const { name, achievement } = await lockPerson(tx, id);
      const held = PROTECTED_FIELDS.map(field => `${PROTECTED_LABELS[field]}: ${written(field, values[field])}`);
      const kept =
        recordedOn === null
          ? []
          : [`Ghi ngày: ${date(recordedOn, 'vi')}`, `Xóa từ ngày: ${erasedFrom === null ? 'chưa đặt thời hạn' : date(erasedFrom, 'vi')}`];
      const sections = [
        { title: 'Họ và tên, thành tích', lines: [name, ...(achievement === null ? [] : [achievement])] },
        { title: 'Quá trình công tác', lines: await postsOf(tx, id) },
        { title: 'Dữ liệu cá nhân được bảo vệ', lines: [...held, ...kept] },
      ];
      for (const { title, linesOf } of this.mentions) sections.push({ title, lines: await linesOf(tx, id) });
      return [...sections, { title: 'Ai đã ghi, đã xem, và vì sao', lines: await trailOf(tx, id) }];
    });
  }
}

/** The paper is Vietnamese whatever the language of the request: it is for the person whom it is about. */
const DAY = 'FMDD/FMMM/YYYY';

const written = (field: ProtectedField, value: string | null | undefined): string =>
  value === null || value === undefined ? '–' : field === 'BIRTH_DATE' ? date(value, 'vi') : value;

async function postsOf(tx: Tx, id: Id): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select concat_ws(', ', p.title, (select s.name from unit_span s where s.unit_id = p.unit_id order by s.validity && p.validity desc, s.validity desc limit 1),
                      'từ ' || coalesce(to_char(lower(p.validity), '${DAY}'), 'chưa rõ'), 'đến ' || to_char(upper(p.validity) - 1, '${DAY}')) as line
       from person_post p where p.person_id = $1 order by lower(p.validity) nulls first, p.id`,
    [id],
  );
  return rows.map(row => row.line);
}

async function trailOf(tx: Tx, id: Id): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select concat_ws(' · ', to_char(e.at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI ${DAY}'), e.actor_name, 'thay mặt ' || e.on_behalf_of_name, e.action, e.after ->> 'fields', e.reason) as line
       from audit_entry e where e.object_type in ('Person', 'PersonalData') and e.object_id = $1 order by e.at, e.id`,
    [id],
  );
  return rows.map(row => row.line);
}
