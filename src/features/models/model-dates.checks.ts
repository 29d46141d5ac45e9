import { sql } from '../../platform/database/sql.js';
import { invariant, type InvariantCheck } from '../../platform/doctor/invariant-check.js';
import type { Bilingual } from '../../shared/language.js';
import { asGiven, date } from '../../shared/writing.js';
import type { DatedRecords } from '../units/unit-life.js';
import { unitLifeCheck } from '../units/unit-life.checks.js';
import { wholeSuccessorOn } from '../units/unit-sql.js';

/** Models need their units on the day that they are attested, and on the day of each registration. */
export const datedModels: readonly DatedRecords[] = [
  {
    name: 'models.attestedInTheLifeOfTheirUnits',
    label: { vi: 'mô hình', en: 'models' },
    rows: `select m.unit_id, daterange(m.attested_on, m.attested_on, '[]') as days, m.code || ' ' || m.title as record from emulation_model m
           union all
           select j.unit_id, daterange(m.attested_on, m.attested_on, '[]'), m.code || ' ' || m.title
             from emulation_model_joint_owner j join emulation_model m on m.id = j.model_id and m.unit_id <> j.unit_id`,
  },
  {
    name: 'models.registeredInTheLifeOfTheirUnits',
    label: { vi: 'lần đăng ký', en: 'registrations' },
    // A model of an ended unit is registered again by its whole successor.
    rows: `select coalesce(${wholeSuccessorOn(sql`m.unit_id`, sql`r.opened_on`)}, m.unit_id) as unit_id,
                  daterange(r.opened_on, r.opened_on, '[]') as days, m.code || ' ' || m.title as record
             from registration r join emulation_model m on m.id = r.model_id where r.opened_on <> m.attested_on`,
  },
];

const COMPARE: Bilingual = {
  vi: 'Hãy đối chiếu văn bản rồi sửa ngày bắt đầu (editModel), ghi nhận (retractModelFact) hoặc lĩnh vực.',
  en: 'Compare the papers, then correct the start (editModel), the fact (retractModelFact) or the sector.',
};

/** The first possible day of a partial date, as text that compares like days. */
const earliest = (text: string): string => `nullif(split_part(${text}, '..', 1), '')`;

const facts = invariant('models.factsAfterTheStart', {
  broken: `select m.code, m.title, f.on_day::text as day, m.starts from model_fact f join emulation_model m on m.id = f.model_id
            where f.on_day::text < ${earliest('m.starts')}`,
  describe: {
    params: { code: asGiven, title: asGiven, day: date, starts: date },
    vi: 'Mô hình {code} “{title}”: có ghi nhận ngày {day}, trước khi mô hình bắt đầu ({starts})',
    en: 'The model {code} “{title}” has a fact of {day}, before it starts ({starts})',
  },
  remedy: COMPARE,
});

const decided = invariant('models.factsAfterTheirDecision', {
  broken: `select m.code, m.title, f.on_day::text as day, d.issued from model_fact f join emulation_model m on m.id = f.model_id
             join decision d on d.id = f.decision_id where d.issued_from > f.on_day`,
  describe: {
    params: { code: asGiven, title: asGiven, day: date, issued: date },
    vi: 'Mô hình {code} “{title}”: ghi nhận ngày {day} theo quyết định ban hành sau đó ({issued})',
    en: 'The model {code} “{title}”: a fact of {day} by a decision issued later ({issued})',
  },
  remedy: COMPARE,
});

const sectors = invariant('models.attestedBeforeTheirSectorEnds', {
  broken: `select m.code, m.title, m.attested_on::text as day, s.name as sector, (upper(s.validity) - 1)::text as ends
             from emulation_model m join sector s on s.id = m.sector_id where m.attested_on >= upper(s.validity)`,
  describe: {
    params: { code: asGiven, title: asGiven, day: date, sector: asGiven, ends: date },
    vi: 'Mô hình {code} “{title}” (ngày {day}) thuộc lĩnh vực “{sector}” đã kết thúc ngày {ends}',
    en: 'The model {code} “{title}” ({day}) is of the sector “{sector}”, which ended on {ends}',
  },
  remedy: COMPARE,
});

export const modelDateChecks: readonly InvariantCheck[] = [facts, decided, sectors, ...datedModels.map(unitLifeCheck)];
