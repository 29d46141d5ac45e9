import type { Tx } from '../../platform/database/tx.js';
import type { Id } from '../../shared/ids.js';

/** The paper is Vietnamese whatever the language of the request: it is for the person whom it is about. */
const DAY = 'FMDD/FMMM/YYYY';

/** The posts of a person, one line each, for the print of their data. */
export async function postLinesOf(tx: Tx, id: Id): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select concat_ws(', ', p.title, (select s.name from unit_span s where s.unit_id = p.unit_id order by s.validity && p.validity desc, s.validity desc limit 1),
                      'từ ' || coalesce(to_char(lower(p.validity), '${DAY}'), 'chưa rõ'), 'đến ' || to_char(upper(p.validity) - 1, '${DAY}')) as line
       from person_post p where p.person_id = $1 order by lower(p.validity) nulls first, p.id`,
    [id],
  );
  return rows.map(row => row.line);
}

/** Who recorded, changed or read data of the person, one line each; also under records that were merged into this one. */
export async function auditLinesOf(tx: Tx, id: Id): Promise<string[]> {
  const rows = await tx.query<{ line: string }>(
    `select concat_ws(' · ', to_char(e.at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI ${DAY}'), e.actor_name, 'thay mặt ' || e.on_behalf_of_name, e.action, e.after ->> 'fields', e.reason) as line
       from audit_entry e where e.object_type in ('Person', 'PersonalData') and (e.object_id = $1 or e.object_id in (select r.id from merged_record r where r.into_id = $1)) order by e.at, e.id`,
    [id],
  );
  return rows.map(row => row.line);
}
