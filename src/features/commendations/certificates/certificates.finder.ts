import type { QueryRows } from '../../../platform/database/query-rows.js';
import type { LocalDate } from '../../../shared/dates.js';
import type { CommendationForm } from '../forms/forms.js';

/** What a certificate says, and whether it was revoked; all null where no certificate has the code. */
export interface CertificateRow {
  readonly form: CommendationForm | null;
  readonly name: string | null;
  readonly decision: string | null;
  readonly issuedOn: LocalDate | null;
  readonly revoked: boolean | null;
}

/** One row whether the code is known or not: one statement, which reads one entry of one index. */
export async function certificateByCode(query: QueryRows, code: string, day: LocalDate): Promise<CertificateRow> {
  const [row] = await query<CertificateRow>(
    `select c.form, c.name, d.number as decision, d.issued_on as "issuedOn", c.revoked_on <= $2::date as revoked
       from (select $1::text as code) asked left join commendation c on c.certificate_code = asked.code left join decision d on d.id = c.decision_id`,
    [code, day],
  );
  return row!;
}
