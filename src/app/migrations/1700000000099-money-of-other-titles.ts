import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the money of a title came about names the other title by its id and no longer the decision that gave it: whether a reader may know that decision is
 * found when it is shown. Null where that title is not known any more.
 */
export class MoneyOfOtherTitles1700000000099 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update commendation c
         set money = (c.money - 'decision') || jsonb_build_object('title', (
               select t.id from commendation t left join decision d on d.id = t.decision_id
                where t.id <> c.id and t.form = c.money ->> 'paid'
                  and case when c.person_id is not null then t.person_id = c.person_id
                           else t.person_id is null and t.unit_id is not distinct from c.unit_id and public.fold(coalesce(t.name, '')) = public.fold(coalesce(c.name, '')) end
                  and c.money ->> 'decision' in (d.number, coalesce(d.number || ', ' || to_char(d.issued_from, 'FMDD/FMMM/YYYY'), d.number, '…'))
                order by t.revoked_on is not null, t.id limit 1))
       where c.money ? 'decision';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update commendation c
         set money = (c.money - 'title') || jsonb_build_object('decision', coalesce((
               select coalesce(d.number || ', ' || to_char(d.issued_from, 'FMDD/FMMM/YYYY'), d.number)
                 from commendation t join decision d on d.id = t.decision_id where t.id = (c.money ->> 'title')::uuid), '…'))
       where c.money ? 'title';
    `);
  }
}
