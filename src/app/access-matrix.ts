import { giveAction, type AccessMatrix } from '../platform/access/access-rules.js';
import { ROLES, type Role } from '../platform/access/actor.js';

/** Every role reads, within the scope of its grants: see the prose below. */
const reading = ['registry.read', 'unitEvent.read', 'savedView.read'];

/** What officers and heads of a unit do with its models and with the people whom models are about. */
const unitWork = [
  'model.draft',
  'model.edit',
  'model.submit',
  'model.start',
  'model.stop',
  'model.resume',
  'model.takeBackStep',
  'model.trash',
  'appraisal.selfAssess',
  'appraisal.complain',
  'person.edit',
  'file.upload',
  'stillAlive.answer',
  'figure.report',
  'figure.remark',
  'review.submit',
  'savedView.share',
];

const giving = (...roles: readonly Role[]): string[] => ['grant.read', 'grant.give', ...roles.map(giveAction)];

/**
 * Who may do what. This is the only place that says so: docs/access-matrix.md is generated from it, and a test tries every root field with every role.
 * A role may do its actions at the units that its grant reaches: see the prose below.
 */
export const accessMatrix: AccessMatrix = {
  /** Every signed-in account manages itself and may delegate its own grants for a time. */
  everybody: ['account.own', 'grant.delegate'],
  /** Uỷ quyền: a delegated grant neither gives grants nor manages accounts and tokens, which would be a way to obtain rights. */
  neverForAnother: ['grant.give', ...ROLES.map(giveAction), 'account.manage', 'apiToken.manage'],
  /** Chỉ con người: accounts, tokens and grants are ways to obtain rights. A program that had them could make itself a person, or another program. */
  peopleOnly: ['account.own', 'account.manage', 'apiToken.manage', 'grant.give', 'grant.delegate', ...ROLES.map(giveAction)],
  /** Cán bộ đơn vị: drafts, submits and answers returns for the units of the scope. */
  unitOfficer: [...reading, ...unitWork],
  /** Thủ trưởng đơn vị: submits and withdraws, and names the officers of the unit. */
  unitHead: [...reading, ...unitWork, 'model.withdraw', ...giving('unitOfficer')],
  /** Cán bộ ban: launches movements, receives, returns, opens appraisal, prepares decisions, records paper documents; decides nothing. */
  boardStaff: [
    ...reading,
    'model.record',
    'model.edit',
    'model.trash',
    'model.merge',
    'model.recordFact',
    'model.recordSubmission',
    'model.receive',
    'model.return',
    'model.agree',
    'model.openAppraisal',
    'model.strengthen',
    'model.sustain',
    'model.takeBackStep',
    'decision.record',
    'decision.correct',
    'decision.preview',
    'file.upload',
    'movement.edit',
    'registrationRound.edit',
    'target.assign',
    'receivingAuthority.edit',
    'council.manage',
    'appraisal.manage',
    'appraisal.complain',
    'appraisal.score',
    'appraisal.readSheets',
    'commendation.record',
    'commendation.complete',
    'commendation.remove',
    'proposal.read',
    'proposal.draft',
    'proposal.return',
    'hold.read',
    'hold.readReason',
    'hold.place',
    'theme.edit',
    'criteria.draft',
    'criteria.readDrafts',
    'person.edit',
    'person.readProtected',
    'person.writeProtected',
    'replication.record',
    'replication.plan',
    'inspection.record',
    'calendar.edit',
    'commendation.rules',
    'indicator.define',
    'figure.report',
    'figure.approve',
    'figure.target',
    'figure.remark',
    'review.submit',
    'review.manage',
    'savedView.share',
  ],
  /** Thành viên hội đồng: scores what is assigned to them, and reads. */
  councilMember: [...reading, 'appraisal.score'],
  /** Lãnh đạo: reads all in scope and decides. */
  leader: [
    ...reading,
    'criteria.publish',
    'criteria.readDrafts',
    'appraisal.decide',
    'appraisal.readSheets',
    'decision.preview',
    'decision.approve',
    'decision.revoke',
    'commendation.grant',
    'commendation.revoke',
    'commendation.remove',
    'proposal.read',
    'proposal.return',
    'hold.read',
    'hold.readReason',
    'hold.place',
    'model.recognise',
    'model.decline',
    'model.revoke',
    'model.takeBackStep',
    'figure.explain',
    'figure.remark',
    'savedView.share',
  ],
  /** Kiểm tra: reads the trail and all grants. */
  auditor: [...reading, 'appraisal.readSheets', 'criteria.readDrafts', 'grant.read', 'audit.read', 'audit.verify'],
  /** Quản trị: accounts, dictionaries, units; no content decisions. */
  administrator: [
    ...reading,
    'account.manage',
    'apiToken.manage',
    'unitEvent.preview',
    'unit.change',
    'file.upload',
    'unitEvent.undo',
    'sector.edit',
    'theme.edit',
    'receivingAuthority.edit',
    'audit.read',
    'audit.verify',
    'calendar.edit',
    'commendation.rules',
    ...giving(...ROLES),
  ],
  /** Ứng dụng khai thác: reads, changes nothing. */
  reportingClient: reading,
};

/** Rules that the rows of the matrix do not show; printed above them in docs/access-matrix.md. */
export const accessProse = `
A right is given as a **grant**: a role, at one unit or in the whole registry, for one line (STATE, PARTY, FRONT, FORCES, OTHER) or all lines,
from a first day to a last day, by a named person, with a reason. A grant is ended, never changed. Nobody grants to themselves. To grant a role,
the giver needs a grant that includes the right to give this role, and whose units, line and days contain those of the new grant.

**Acting on behalf of another person (uỷ quyền).** The holder of a grant may delegate it as a whole to the account of another person, for days
within its own days; a person who may give the role may record the delegation for the holder. Only grants of persons are delegated, only to
persons, and a delegated grant is not delegated further. A delegation ends on its last day; when the delegating person, or a person who may give
the role, ends it; with the grant itself; and with the grant’s unit. It has no effect while the delegating account is blocked. A delegated grant
neither gives grants nor manages accounts and tokens, which would be a way to obtain rights. Own rights come first: only where they do not suffice
is a command carried out on behalf of another person. That person is the same throughout the command, and every entry of the trail names them
(\`onBehalfOf\`).

**Which units a grant at a unit reaches today.** The unit and all units under it today, by parent and by territory; every unit that has been
wholly succeeded by one of these; and a unit that ended without a whole successor, through the nearest unit above it at its end that still exists
(Thanh tra huyện Quế Sơn: Đà Nẵng). A grant at a unit with a whole successor is a grant at that successor; at a unit that ended otherwise, the
grant ends. A grant at an organisation that works for a territory (địa bàn phụ trách, \`recordServedTerritory\`) is on the days of that also a grant
at the territory; whole successors of either take its place. To give a grant there, the giver’s own grant is one at that organisation or contains these territories, also those of later days. A grant for
one line reaches only the units of that line.

**What a grant lets its holder see.** A model, where the grant reaches its unit, a joint owner, or the authority that holds its file. A person,
where the grant reaches the unit of their record or of any past or present post, or where the holder sees a model about them or a council with
them; besides these, one’s own record. A council with its members, rules and sessions, where the grant reaches its unit. Targets, extensions, grants and entries of the trail, where the right to read them reaches their unit; besides these, one’s own grants and their
delegations. An appraisal round, where the grant reaches the unit that runs it or a unit with an entry; an entry, where the grant reaches the unit that runs the round, the unit
of the entry or a joint owner of its model. Who is assigned to score an entry sees it, its round and its model at any unit. Sheets are seen by those
who may read them at the unit that runs the round, and by their scorer; a self-assessment by its unit, and once submitted by that unit and the
scorers, and evidence and complaints with it. While a round is open that is scored blind, its models, whose entries they are and the trail about them are as if they did not exist
for those who score in it, whatever their grants; only what they score is an entry for them. A draft of criteria, where the right to read drafts reaches the
issuer of its set; that of a set whose issuer is no unit of the registry is for everybody. A replication, an answer whether a model still runs and an inspection, where the holder sees the model that copies, is asked or is inspected;
an inspection also where the grant reaches the unit that inspects; a plan of replication, where the grant reaches the unit that is assigned.
A figure, what it leaves open of an identity, its target and what is said about it, where the grant reaches its unit. A review with its tasks and frozen numbers, where the grant reaches
its unit, an organiser or a unit that reports for it; a task also where it reaches its owner. A commendation, where the grant reaches its issuer, the unit of its recipient, a unit or a joint
owner of its model, or a unit where its person is or was; the draft of a decision, where it reaches the issuer. A proposal to commend, where the
right to read proposals reaches the body that proposes or the body to which it was sent, and by the members of the council whose round it is from. That
somebody cannot be granted now (chưa khen thưởng), where the right to see it reaches the unit of the recipient, the body that placed the hold, or a body
of a proposal for them that was sent or decided; why, only where the right to read the reason reaches the body that placed it or one of the two different
bodies of such a proposal,
and by the members of the council that considers the case. Nobody else sees any of it, the trail included. A saved view is its owner’s alone; shared with a unit, it is seen where the grant reaches that unit, and shows nobody more than they see. Published to every role: units and their events,
sectors, themes, published criteria sets, indicators, identities, movements, rounds, receiving authorities, decisions once they are issued. Everything
else behaves as if it did not exist: in lists, counts, pages, \`node\`, searches, facets, filters by id, downloads, and as the target of a
command. Which action a view requires, or why it requires none, is declared in the view itself (\`scope\`).

**At which unit a right is required.** For what a unit does with its model (draft, edit, submit, also when the board records it by a paper, withdraw, start, stop, resume, trash): at the
model's unit. For what is done with the model’s file (receive, return, agree, open appraisal, recognise, decline, revoke): at the authority that
holds it; while no authority holds it, at the model's unit. For strengthening and sustaining: at either. For a movement: at its launcher; a
round: at its unit; a criteria set and its versions: at its issuer, or in the whole registry where the issuer is no unit of it; a target or an extension:
at the unit it is for; a rule of receiving: at its unit; that an organisation works for a territory, or comes to do so by a merger or an undo: at the organisation and at every unit of the territory; an appraisal round, its assignments, conflicts, facts and results, and a sheet that is entered for another: at the unit that runs it; a
self-assessment: at the unit of the entry; one’s own sheet: nowhere, by assignment; a council, its members, rules, sessions and votes: at the council’s unit; a decision: at its issuer; a commendation: at its issuer,
or at the unit of its recipient where the issuer is not known, and to enter one of the past at either; a proposal: at the body that proposes, and to return or decide it at the body to which it was sent; quotas: at
the unit that runs the round; a hold: at the body that placed it; a replication: at the
unit of the model that copies; a plan of it: at the unit that is assigned; an answer whether a model still runs: at the model’s unit; an inspection: at
the unit that inspects; a figure, its target and what is said about it: at its unit, and approved or returned by nobody who reported or corrected it; a remark to follow up is settled by its author, and by who may approve or explain figures there; it is removed by its author alone; a review and its tasks: at its unit,
and for sending in figures: at the unit that sends; to share a saved view: at the unit with which it is shared; a change of
units: at every unit that it names. For a person’s record and protected data: at the unit of the record, and at both units when it changes;
the posts of such a person may be in any unit. For an upload: at the record it is for. For indicators and identities: in any scope. For themes: in any scope, and to merge
two, a sight of all models that have the doubled one. To remove or merge a record: as to edit it, at both records; to merge a person
who has an account, the right to manage accounts as well. For people without a known unit, for sectors, the calendar, rules of money,
accounts and tokens: in the whole registry.

**People only (chỉ con người).** What is marked “people only” needs an account: accounts, passwords, second factors, sign-in by another system,
tokens and grants are ways to obtain rights, and no program's token does any of it, whatever it was granted (\`ACCOUNT_NEEDED\`). On the server itself
the command line does it (\`token create\`, \`account reset\`). A token has one role at most as wide as its maker's own rights, by default that of a reader.
`;
