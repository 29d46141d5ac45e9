import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Models are listed by their latest recognition and by their last change. Without a recognition they are last in either direction, and no order has a null,
 * so that a further page begins in its index. Both are columns kept by triggers, so that a page reads an index: the day follows
 * the recognitions, and the time is that of the command which raised the version (`registry.now`, set where a command begins).
 */
export class OrdersOfModels1700000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table emulation_model add column recognised_on date, add column changed_at timestamptz;
      update emulation_model m
         set recognised_on = (select max(r.recognised_on) from recognition r where r.model_id = m.id and r.revoked_on is null),
             changed_at = coalesce((select max(e.at) from audit_entry e where e.object_type = 'EmulationModel' and e.object_id = m.id), m.recorded_at);
      alter table emulation_model alter column changed_at set not null;

      create index emulation_model_recognised on emulation_model (coalesce(recognised_on, date 'infinity'), id) include (attested_on, unit_id)
        where merged_into_id is null and trashed_at is null;
      create index emulation_model_recognised_last on emulation_model (coalesce(recognised_on, date '-infinity'), id) include (attested_on, unit_id)
        where merged_into_id is null and trashed_at is null;
      create index emulation_model_changed on emulation_model (changed_at, id) include (attested_on, unit_id)
        where merged_into_id is null and trashed_at is null;

      create function public.follow_recognitions() returns trigger language plpgsql as $$
      begin
        update emulation_model m set recognised_on = latest.day
          from unnest(case tg_op when 'DELETE' then array[old.model_id] when 'INSERT' then array[new.model_id] else array[old.model_id, new.model_id] end) of_model (id)
          cross join lateral (select max(r.recognised_on) as day from recognition r where r.model_id = of_model.id and r.revoked_on is null) latest
         where m.id = of_model.id and m.recognised_on is distinct from latest.day;
        return null;
      end $$;
      create trigger recognition_followed after insert or delete or update of model_id, recognised_on, revoked_on on recognition
        for each row execute function follow_recognitions();

      create function public.take_time_of_change() returns trigger language plpgsql as $$
      begin
        new.changed_at := case tg_op
          when 'INSERT' then coalesce(new.changed_at, new.recorded_at)
          else coalesce(nullif(current_setting('registry.now', true), '')::timestamptz, now()) end;
        return new;
      end $$;
      create trigger emulation_model_entered before insert on emulation_model for each row execute function take_time_of_change();
      create trigger emulation_model_changed before update of version on emulation_model for each row
        when (old.version <> new.version) execute function take_time_of_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger emulation_model_changed on emulation_model;
      drop trigger emulation_model_entered on emulation_model;
      drop trigger recognition_followed on recognition;
      drop function public.take_time_of_change(), public.follow_recognitions();
      alter table emulation_model drop column changed_at, drop column recognised_on;
    `);
  }
}
