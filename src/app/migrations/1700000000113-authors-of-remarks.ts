import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who said something about a figure is known by the account or token, as the trail has it: they settle and remove what they said. */
export class AuthorsOfRemarks1700000000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table figure_remark add column author_id uuid;
      update figure_remark r set author_id = e.actor_id from audit_entry e
       where e.object_type = 'FigureRemark' and e.object_id = r.id and e.action = 'figureRemark.added';
      create index figure_remark_open on figure_remark (said_on, figure_id) where follow_up and settled_on is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index figure_remark_open; alter table figure_remark drop column author_id`);
  }
}
