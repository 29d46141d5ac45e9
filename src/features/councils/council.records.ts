import type { RecordKind } from '../../platform/records/record-kind.js';
import { CouncilErrors } from './council.errors.js';
import { councilSessionView } from './council-session.view.js';
import { councilMemberView, councilRuleView, councilView } from './council.view.js';

/** What this chapter has that can be removed: a council with its rules, a term, a rule, and a session with its attendance and votes. */
export const councilRecords: readonly RecordKind[] = [
  {
    type: 'Council',
    table: 'council',
    seenBy: councilView,
    notFound: CouncilErrors.COUNCIL_NOT_FOUND,
    trail: 'council',
    action: 'council.manage',
    unit: 'unitId',
    parts: ['council_rule'],
  },
  {
    type: 'CouncilMember',
    table: 'council_member',
    seenBy: councilMemberView,
    notFound: CouncilErrors.COUNCIL_MEMBER_NOT_FOUND,
    trail: 'councilMember',
    action: 'council.manage',
    unit: 'unitId',
  },
  {
    type: 'CouncilRule',
    table: 'council_rule',
    seenBy: councilRuleView,
    notFound: CouncilErrors.COUNCIL_RULE_NOT_FOUND,
    trail: 'councilRule',
    action: 'council.manage',
    unit: 'unitId',
  },
  {
    type: 'CouncilSession',
    table: 'council_session',
    links: { council_attendance: 'session_id', council_question: 'session_id', council_opinion: 'session_id' },
    seenBy: councilSessionView,
    notFound: CouncilErrors.COUNCIL_SESSION_NOT_FOUND,
    trail: 'councilSession',
    action: 'council.manage',
    unit: 'unitId',
    parts: ['council_attendance', 'council_opinion', 'council_question'],
  },
];
