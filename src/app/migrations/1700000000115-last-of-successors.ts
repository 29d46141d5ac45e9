import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The last of the whole successors of a unit that is not in force on the day. As a function it is prepared where it is called: written out in each
 * statement, PostgreSQL prepared its recursion several times a command, though hardly any unit needs it.
 */
export class LastOfSuccessors1700000000115 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function public.last_of_successors(asked uuid, day date) returns table (id uuid)
        language plpgsql stable strict parallel safe rows 1 as $$
      begin
        return query
          with recursive followed (id) as (
            select asked
            union
            select s.successor_id from followed
              join unit ended on ended.id = followed.id and not ended.validity @> day
              join unit_succession s on s.predecessor_id = followed.id and s.whole and s.effective_on <= day)
          select living.id from followed join unit living on living.id = followed.id where living.validity @> day;
      end $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function public.last_of_successors(uuid, date)`);
  }
}
