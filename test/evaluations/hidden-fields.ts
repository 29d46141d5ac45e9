import type { Client } from 'pg';

/** Changes everything that says whose the entries of a round are: as if other units had registered other models. */
export async function changeWhatIsHidden(client: Client, roundId: string, otherUnitIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: string; model: string; registration: string }>(
    `select id, model_id as model, registration_id as registration from evaluation
      where round_id = $1 and model_id is not null
        and id in (select evaluation_id from appraisal_assignment union select id from evaluation where round_id = $1)
        and not exists (select from person_post p join appraisal_assignment a on a.person_id = p.person_id where p.unit_id = evaluation.unit_id)`,
    [roundId],
  );
  for (const [i, { id, model, registration }] of rows.entries()) {
    const unit = otherUnitIds[i * 7 + 3]!;
    await client.query(
      `update emulation_model set title = 'Chuyện khác ' || $3, place = 'Nơi khác', unit_id = $2, code = 'KHAC-' || $3, source = 'Nguồn khác',
              sector_id = null, subject_kind = 'HOUSEHOLD', kind = 'MODEL', attested_on = attested_on - 400, attested_given = null, version = version + 5 where id = $1`,
      [model, unit, String(i)],
    );
    // Somebody who is seen by nothing but this model, where rights reach some units only.
    await client.query(
      `update emulation_model set person_id = (select p.id from person p where not exists (select from person_post o where o.person_id = p.id)
          and not exists (select from emulation_model m where m.person_id = p.id) order by p.id offset $2 limit 1) where id = $1`,
      [model, i],
    );
    await client.query(`delete from emulation_model_theme where model_id = $1`, [model]);
    await client.query(`delete from emulation_model_joint_owner where model_id = $1`, [model]);
    await client.query(`insert into emulation_model_joint_owner (model_id, unit_id) values ($1, $2)`, [model, otherUnitIds[i * 7 + 4]]);
    await client.query(`update evaluation set unit_id = $2, facts_basis = 'Căn cứ khác', block = 'Khối khác' where id = $1`, [id, unit]);
    await client.query(`update registration set source = 'Nguồn khác', opened_on = opened_on - 300, opened_given = null where id = $1`, [
      registration,
    ]);
    await client.query(
      `update score_sheet set words = '{"I.1": "Lời khác"}', remark = 'Lời khác', entered_by = 'Người khác' where evaluation_id = $1 and scorer_id is null`,
      [id],
    );
    await client.query(`begin`);
    await client.query(`alter table audit_entry disable trigger audit_entry_append_only`);
    await client.query(
      `update audit_entry set unit_id = $2, reason = 'Lý do khác', actor_name = 'Người khác', after = '{"khác": "khác"}', action = 'other.action'
        where object_id in ($1, $3, $4)`,
      [model, unit, id, registration],
    );
    await client.query(`alter table audit_entry enable trigger audit_entry_append_only`);
    await client.query(`commit`);
  }
}
