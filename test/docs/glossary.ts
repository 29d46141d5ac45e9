import { accountTerms } from '../../src/features/accounts/account.terms.js';
import { auditTerms } from '../../src/features/audit-log/audit-entry.terms.js';
import { commendationTerms } from '../../src/features/commendations/commendation.terms.js';
import { councilTerms } from '../../src/features/councils/council.terms.js';
import { indicatorTerms } from '../../src/features/indicators/indicator.terms.js';
import { reviewTerms } from '../../src/features/reviews/review.terms.js';
import { evaluationTerms } from '../../src/features/evaluations/evaluation.terms.js';
import { criteriaTerms } from '../../src/features/criteria/criteria.terms.js';
import { decisionTerms } from '../../src/features/decisions/decision.terms.js';
import { modelTerms } from '../../src/features/models/model.terms.js';
import { FORM_ITEM_TERMS } from '../../src/features/movements/form-items.js';
import { inspectionTerms } from '../../src/features/replications/inspections/inspection.terms.js';
import { replicationTerms } from '../../src/features/replications/replication.terms.js';
import { stillAliveTerms } from '../../src/features/replications/still-alive/still-alive.terms.js';
import { calendarTerms } from '../../src/features/calendar/calendar.terms.js';
import { waitingTerms } from '../../src/features/models/waiting/waiting.terms.js';
import { movementTerms } from '../../src/features/movements/movement.terms.js';
import { personTerms } from '../../src/features/people/person.terms.js';
import { proposalTerms } from '../../src/features/proposals/proposal.terms.js';
import { sectorTerms } from '../../src/features/sectors/sector.terms.js';
import { unitTerms } from '../../src/features/units/unit.terms.js';
import { changesTerms } from '../../src/insight/changes/changes.terms.js';
import { savedViewTerms } from '../../src/insight/saved-views/saved-view.terms.js';
import { exportsTerms } from '../../src/insight/exports/exports.terms.js';
import { searchTerms } from '../../src/insight/search/search-result.terms.js';
import { statisticsTerms } from '../../src/insight/statistics/statistics.terms.js';
import { apiTerms } from '../../src/platform/graphql/api.terms.js';
import { commonArguments, commonFields, commonInputFields } from '../../src/platform/graphql/common.terms.js';
import { describe, type EnumTerm, type Term, type Terms } from '../../src/shared/terms.js';

interface Chapter {
  readonly title: string;
  readonly terms: Terms;
}

/** Words of types, enums and upload purposes, by chapter. */
const CHAPTERS: readonly Chapter[] = [
  { title: 'Units (đơn vị)', terms: unitTerms },
  { title: 'Sectors and themes (lĩnh vực, chuyên đề)', terms: sectorTerms },
  { title: 'People (danh bạ)', terms: personTerms },
  { title: 'Accounts and roles (tài khoản, vai trò)', terms: accountTerms },
  { title: 'Decisions (quyết định, văn bản)', terms: decisionTerms },
  { title: 'Movements and registration rounds (phong trào, đợt đăng ký)', terms: movementTerms },
  { title: 'Councils (hội đồng)', terms: councilTerms },
  { title: 'Indicators and figures (chỉ tiêu, số liệu)', terms: indicatorTerms },
  { title: 'Reviews (sơ kết, tổng kết)', terms: reviewTerms },
  { title: 'Criteria sets (bộ tiêu chí)', terms: criteriaTerms },
  { title: 'Appraisal (thẩm định, chấm điểm)', terms: evaluationTerms },
  { title: 'Commendation (khen thưởng)', terms: commendationTerms },
  { title: 'Proposals to commend (trình khen thưởng)', terms: proposalTerms },
  { title: 'Models (mô hình)', terms: modelTerms },
  { title: 'Waiting objects (việc chờ xử lý)', terms: waitingTerms },
  { title: 'Replication (nhân rộng)', terms: replicationTerms },
  { title: 'Whether models still run (câu hỏi duy trì)', terms: stillAliveTerms },
  { title: 'Inspections (kiểm tra thực tế)', terms: inspectionTerms },
  { title: 'Calendar (lịch làm việc)', terms: calendarTerms },
  { title: 'Audit trail (nhật ký)', terms: auditTerms },
  { title: 'Search (tìm kiếm)', terms: searchTerms },
  { title: 'Statistics (thống kê)', terms: statisticsTerms },
  { title: 'Changes (dòng thay đổi)', terms: changesTerms },
  { title: 'Exports (kết xuất)', terms: exportsTerms },
  { title: 'Saved views (bộ lọc đã lưu)', terms: savedViewTerms },
  { title: 'The API itself', terms: apiTerms },
];

/** Words of fields that mean the same on several types. */
const FIELDS: readonly Chapter[] = [
  { title: 'Items of the registration form (phiếu đăng ký)', terms: FORM_ITEM_TERMS },
  { title: 'Fields that mean the same on every type', terms: commonFields },
  { title: 'Input fields that mean the same in every command', terms: commonInputFields },
  { title: 'Arguments that mean the same everywhere', terms: commonArguments },
];

const isEnumTerm = (term: Term): term is EnumTerm => 'values' in term;

/** Each term with its name in the API: `UnitKind`, `UnitKind.XA`. */
const namedTerms = (terms: Terms): [name: string, term: Term][] =>
  Object.entries(terms).flatMap(([name, term]): [string, Term][] => [
    [name, term],
    ...(isEnumTerm(term) ? Object.entries<Term>(term.values).map(([value, of]): [string, Term] => [`${name}.${value}`, of]) : []),
  ]);

/** The description of each type and enum value, as the terms of all chapters give it. */
export const describedByTerms = (): ReadonlyMap<string, string> =>
  new Map(CHAPTERS.flatMap(({ terms }) => namedTerms(terms).map(([name, term]): [string, string] => [name, describe(term)])));

const row = ([name, { vi, en, note }]: [string, Term]): string => `| ${vi} | \`${name}\` | ${en}.${note === undefined ? '' : ` ${note}`} |`;

/** Orders of lists are left out: they are no words of the domain. */
const section = ({ title, terms }: Chapter): string =>
  [
    `## ${title}`,
    '',
    '| tiếng Việt | in the API | meaning |',
    '| --- | --- | --- |',
    ...namedTerms(terms)
      .filter(([name]) => !/Order(\.|$)/.test(name))
      .map(row),
    '',
  ].join('\n');

export const glossary = (): string =>
  `# Glossary\n\nWritten by a test from the terms of the chapters (\`src/**/*.terms.ts\`, \`npm run docs\`), which also describe the types and enum values of schema.gql. One word per thing, in tables, classes, schema, messages and screens.\n\n${[...CHAPTERS, ...FIELDS].map(section).join('\n')}`;
