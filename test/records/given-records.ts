import type pg from 'pg';
import { newId } from '../../src/shared/ids.js';
import { rowId } from '../movements/given-movements.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';
import { givenAppraisalRecords } from './given-appraisal-records.js';
import { givenReplicationRecords } from './given-replication-records.js';
import { givenProposalRecords } from './given-proposal-records.js';
import { givenCommendationRecords } from './given-commendation-records.js';
import { givenCouncilRecords } from './given-council-records.js';
import { givenFigureRecords } from './given-figure-records.js';
import type { TestRegistry } from '../support/test-registry.js';

let count = 0;
const next = (): number => ++count;

/** Rows of the tables that can rest on a record, by the API where it is one command, else as the command writes them. */
export interface GivenRecords {
  /** A new record of a type that agrees with every other one made here, so that the two can be merged. @returns its global id. */
  readonly make: Readonly<Record<string, () => Promise<string>>>;
  /** A row that rests on the record by this column: `table.column`. @param same rows made with the same number are equal under every key. */
  readonly rest: Readonly<Record<string, (recordId: string, same?: number) => Promise<void>>>;
}

export async function givenRecords(registry: () => TestRegistry, db: pg.Client): Promise<GivenRecords & { readonly unitId: string }> {
  const [units, models] = [givenUnits(registry), givenModels(registry)];
  const province = await units.establish({ name: 'P', kind: 'TINH' });
  const unitId = await units.establish({ name: 'A', parentId: province });
  const unit = rowId(unitId);
  const many: string[] = [];
  for (let i = 0; i < 40; i++) many.push(await units.establish({ name: `A${i}`, parentId: province }));
  const run = async (name: string, type: string, input: object, fields: string): Promise<any> => {
    const asker = name === 'addTheme' ? registry().as.administrator : registry().as.boardStaff;
    const { [name]: done } = await asker.get<any>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`,
      {
        input,
      },
    );
    if (done.userErrors.length > 0) throw new Error(JSON.stringify(done.userErrors));
    return done;
  };
  const launch = async (): Promise<string> =>
    (
      await run(
        'launchMovement',
        'LaunchMovementInput',
        { launcherId: unitId, name: `Thi đua ${next()}`, starts: '2020' },
        'movement { id }',
      )
    ).movement.id;
  const shared = await launch();
  const open = async (movementId = shared, of = unitId, name = `Đợt ${next()}`): Promise<string> => {
    const input = { movementId, unitId: of, name, opensOn: '2020-01-01', closesOn: '2040-12-31' };
    return (await run('openRegistrationRound', 'OpenRegistrationRoundInput', input, 'registrationRound { id }')).registrationRound.id;
  };
  const round = await open(shared, province);
  const decide = async (): Promise<string> => {
    const input = { issuerId: unitId, number: `${next()}/QĐ-UBND`, kind: 'DECISION', issuedOn: '2020-01-01' };
    return (await run('recordDecision', 'RecordDecisionInput', input, 'decision { id }')).decision.id;
  };
  const target = async (): Promise<string> => {
    const input = { roundId: round, unitId: many[next() % many.length]!, count: 3, basis: 'minh họa' };
    const { registrationRound } = await run(
      'assignTarget',
      'AssignTargetInput',
      input,
      'registrationRound { targets(first: 100) { nodes { id } } }',
    );
    return registrationRound.targets.nodes.at(-1).id;
  };
  const rule = async (): Promise<string> => {
    const input = {
      unitId: many[next() % many.length]!,
      line: 'FRONT',
      receiverId: unitId,
      level: 'COMMUNE',
      validFrom: '2010-01-01',
      basis: 'minh họa',
    };
    return (await run('setReceivingAuthority', 'SetReceivingAuthorityInput', input, 'receivingAuthority { id }')).receivingAuthority.id;
  };
  const modelOf = new Map<number, string>();
  /** The row id of a model: the same for the same number. */
  const model = async (same?: number): Promise<string> => {
    const known = same === undefined ? undefined : modelOf.get(same);
    const id = known ?? rowId(await models.draft(unitId, { subjectKind: 'INDIVIDUAL' }));
    if (same !== undefined) modelOf.set(same, id);
    return id;
  };
  const stateItems = async (column: string, id: string, same?: number): Promise<void> => {
    await db.query(
      `insert into required_form_items (id, ${column}, from_day, items, basis) values ($1, $2, date '2021-01-01' + $3::int, '{AIMS}', 'minh họa')`,
      [newId(), id, same ?? next()],
    );
  };
  const place = (same?: number): string => rowId(many[(same ?? next()) % many.length]!);
  const file = async (recordId: string): Promise<string> => {
    const id = newId();
    await db.query(
      `insert into file (id, name, media_type, size, sha256, state, purpose, record_id, uploader_kind, uploaded_by, uploaded_at)
       values ($1, 'a.pdf', 'application/pdf', 1, repeat('0', 64), 'READY', 'DECISION_SCAN', $2, 'SYSTEM', 'test', now())`,
      [id, recordId],
    );
    return id;
  };
  const commendations = givenCommendationRecords(db, unit, decide);
  const proposals = givenProposalRecords(db, unit);
  const councils = givenCouncilRecords(registry, db, unitId);
  const figures = givenFigureRecords(registry, db, unitId, {
    model: () => model(),
    commendation: () => commendations.make.Commendation!(),
  });
  const appraisals = givenAppraisalRecords(registry, db, unitId);
  const replications = givenReplicationRecords(registry, db, unitId, model, file);
  return {
    unitId,
    make: {
      Movement: launch,
      RegistrationRound: open,
      AssignedTarget: target,
      ReceivingAuthority: rule,
      Theme: async () => (await run('addTheme', 'AddThemeInput', { name: `Chuyên đề ${next()}` }, 'theme { id }')).theme.id,
      Decision: decide,
      ...councils.make,
      ...replications.make,
      ...commendations.make,
      ...figures.make,
      Person: async () => (await run('recordPerson', 'RecordPersonInput', { name: 'Nguyễn Văn A', unitId }, 'person { id }')).person.id,
    },
    rest: {
      ...councils.rest,
      ...commendations.rest,
      ...figures.rest,
      ...proposals.rest,
      ...appraisals.rest,
      ...replications.rest,
      'former_movement_name.movement_id': async (id, same) => {
        await db.query(
          `insert into former_movement_name (movement_id, last_day, name) values ($1, date '2021-01-01' + $2::int, 'Tên cũ')`,
          [id, same ?? next()],
        );
      },
      'required_form_items.movement_id': (id, same) => stateItems('movement_id', id, same),
      'required_form_items.round_id': (id, same) => stateItems('round_id', id, same),
      'registration_round.movement_id': async (id, same) => {
        await db.query(
          `insert into registration_round (id, movement_id, name, unit_id, opens_on, closes_on, recorded_on) values ($1, $2, $3, $4, '2020-01-01', '2040-12-31', now())`,
          [newId(), id, `Đợt của phong trào ${same ?? next()}`, unit],
        );
      },
      'registration_extension.round_id': async (id, same) => {
        await db.query(
          `insert into registration_extension (id, round_id, unit_id, closes_on, reason) values ($1, $2, $3, '2041-01-01', 'Bão lụt')`,
          [newId(), id, place(same)],
        );
      },
      'assigned_target.round_id': async (id, same) => {
        await db.query(`insert into assigned_target (id, round_id, unit_id, count, basis) values ($1, $2, $3, 5, 'minh họa')`, [
          newId(),
          id,
          place(same),
        ]);
      },
      'emulation_model.round_id': async id => {
        await db.query('update emulation_model set round_id = $2 where id = $1', [await model(), id]);
      },
      'registration.round_id': async id => {
        await db.query('update registration set round_id = $2 where model_id = $1 and latest', [await model(), id]);
      },
      'emulation_model.person_id': async id => {
        await db.query('update emulation_model set person_id = $2 where id = $1', [await model(), id]);
      },
      'emulation_model_theme.theme_id': async (id, same) => {
        await db.query('insert into emulation_model_theme (model_id, theme_id) values ($1, $2)', [await model(same), id]);
      },
      'model_step.decision_id': async id => {
        const step = await model();
        await db.query('update model_step set decision_id = $2 where id = (select id from model_step where model_id = $1 limit 1)', [
          step,
          id,
        ]);
      },
      'recognition.decision_id': async id => {
        await db.query(
          `insert into recognition (id, model_id, registration_id, decision_id, level, recognised_on)
           select $1, r.model_id, r.id, $3, 'COMMUNE', '2021-01-01' from registration r where r.model_id = $2 and r.latest`,
          [newId(), await model(), id],
        );
      },
      'recognition.revoked_by_id': async id => {
        await db.query(
          `insert into recognition (id, model_id, registration_id, decision_id, level, recognised_on, revoked_on, revoked_by_id)
           select $1, r.model_id, r.id, $3, 'COMMUNE', '2021-01-01', '2022-01-01', $4 from registration r where r.model_id = $2 and r.latest`,
          [newId(), await model(), rowId(await decide()), id],
        );
      },
      'model_fact.decision_id': async (id, same) => {
        await db.query(
          `insert into model_fact (id, model_id, kind, on_day, level, decision_id, source) values ($1, $2, 'OUTSTANDING', '2021-01-01', 'COMMUNE', $3, 'minh họa')`,
          [newId(), await model(same), id],
        );
      },
      'decision_scan.decision_id': async id => {
        await db.query('insert into decision_scan (file_id, decision_id, attached_at) values ($1, $2, now())', [await file(id), id]);
      },
      'person_post.person_id': async (id, same) => {
        await db.query(`insert into person_post (id, person_id, unit_id, title, validity) values ($1, $2, $3, $4, '[2020-01-01,)')`, [
          newId(),
          id,
          unit,
          `Chủ tịch ${same ?? next()}`,
        ]);
      },
      'personal_data.person_id': async id => {
        await db.query(`insert into personal_data (person_id, phone, recorded_on) values ($1, '0900000000', now())`, [id]);
      },
    },
  };
}
