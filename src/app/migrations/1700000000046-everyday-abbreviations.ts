import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How everybody shortens the kinds of units and the name of the largest city. Forms with full stops (T.X., U.B.N.D.) are read as those without. */
export class EverydayAbbreviations1700000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into abbreviation (short_form, long_form, source) values ${ROWS.map(([short, long]) => `('${short}', '${long}', '${SOURCE}')`).join(', ')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from abbreviation where source = '${SOURCE}'`);
  }
}

const SOURCE = 'cách viết tắt hằng ngày';

/** One letter with a full stop counts in front of a name only: the P. of “P. Hòa Hải” (src/shared/readings.ts). */
const ROWS: readonly (readonly [short: string, long: string])[] = [
  ['P.', 'phường'],
  ['Q.', 'quận'],
  ['H.', 'huyện'],
  ['X.', 'xã'],
  ['T.', 'tỉnh'],
  ['TX', 'thị xã'],
  ['ĐK', 'đặc khu'],
  ['TW', 'Trung ương'],
  ['HCM', 'Hồ Chí Minh'],
  ['TPHCM', 'thành phố Hồ Chí Minh'],
];
