import { giveAction, type AccessMatrix } from '../platform/access/access-rules.js';
import { ROLES, type Role } from '../platform/access/actor.js';

/** Every role reads, as far as its grants reach: see the prose below. */
const reading = ['registry.read', 'unitEvent.read'];

/** What its unit does with a model and with the people whom models are about, whoever of the unit it is. */
const unitWork = [
  'model.draft',
  'model.edit',
  'model.submit',
  'model.start',
  'model.stop',
  'model.resume',
  'model.trash',
  'person.edit',
  'file.upload',
];

const giving = (...roles: readonly Role[]): string[] => ['grant.read', 'grant.give', ...roles.map(giveAction)];

/**
 * Who may do what. This is the one place; docs/access-matrix.md is printed from it, and a test walks every role and root field.
 * A role does what it may at the units that its grant reaches: see the prose below.
 */
export const accessMatrix: AccessMatrix = {
  /** Whoever is signed in minds their own account, and hands on for a time what they themselves were given. */
  everybody: ['account.own', 'grant.delegate'],
  /** Uỷ quyền: whoever acts for another neither gives rights nor minds accounts and tokens, by which rights could be had. */
  neverForAnother: ['grant.give', ...ROLES.map(giveAction), 'account.manage', 'apiToken.manage'],
  /** Cán bộ đơn vị: drafts, submits and answers returns for the units of the scope. */
  unitOfficer: [...reading, ...unitWork],
  /** Thủ trưởng đơn vị: submits and withdraws, and names the officers of the unit. */
  unitHead: [...reading, ...unitWork, 'model.withdraw', ...giving('unitOfficer')],
  /** Cán bộ ban: launches movements, receives, returns, opens appraisal, prepares decisions, enters what papers say; decides nothing. */
  boardStaff: [
    ...reading,
    'model.record',
    'model.edit',
    'model.trash',
    'model.merge',
    'model.recordFact',
    'model.receive',
    'model.return',
    'model.agree',
    'model.openAppraisal',
    'model.strengthen',
    'model.sustain',
    'decision.record',
    'decision.correct',
    'file.upload',
    'movement.edit',
    'registrationRound.edit',
    'target.assign',
    'receivingAuthority.edit',
    'theme.edit',
    'person.edit',
    'person.readProtected',
    'person.writeProtected',
  ],
  /** Thành viên hội đồng: scores what is assigned; until then reads. */
  councilMember: reading,
  /** Lãnh đạo: reads all in scope and decides. */
  leader: [...reading, 'model.recognise', 'model.decline', 'model.revoke'],
  /** Kiểm tra: reads the trail and who has which right. */
  auditor: [...reading, 'grant.read', 'audit.read'],
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
    ...giving(...ROLES),
  ],
  /** Ứng dụng khai thác: reads, changes nothing. */
  reportingClient: reading,
};

/** What the rows of the matrix do not say; printed above them. */
export const accessProse = `
A right is given as a **grant**: a role, at a unit or over the whole registry, for one line (STATE, PARTY, FRONT, FORCES, OTHER) or all, from a
day to a day, by somebody, with a reason. It is ended, never changed. Nobody gives to themself; whoever gives has a grant that lets them give
that role and that lies around what they give, in units, line and time.

**Acting for another (uỷ quyền).** Whoever holds a grant hands it on, whole, to another person’s account, from a day to a day within its own
days; whoever may give the role may enter it for them. Only a person’s grant is handed on, only to a person, and not on from there. It ends on
its last day, when it is ended by whoever handed it on or may give it, with the grant itself, with the grant’s unit, and it counts for nothing
while the account whose right it is is blocked. It neither gives rights nor minds accounts and tokens, by which rights could be had. Own right
comes first: only what one’s own rights do not suffice for is done for another, for one other person throughout a command, and every line of
the trail says for whom (\`onBehalfOf\`).

**What a grant at a unit reaches today.** The unit and all that stands under it today, by parent and by territory; every unit that has wholly
passed to one of these; and a unit that ended without a whole successor, through the nearest unit above it at its end which lives on (Thanh
tra huyện Quế Sơn: Đà Nẵng). A grant at a unit that has wholly passed to another is one at that other; with a unit that ended otherwise it
ends. A grant for one line reaches, of all these, the units of that line.

**What is seen.** A model by those whose reach holds its unit, a joint owner, or the authority that has its file. A person by those whose reach
holds the unit they stand with or the unit of any post they hold or held, and by whoever sees a model that is about them. Targets and
extensions, grants, and entries of the trail by those whose right to read them reaches their unit; one’s own grants, and what one has handed
on of them. What is published to all units is seen by every role: units and their events, sectors, themes, movements, rounds, who receives
and recognises, decisions. What is outside answers as what does not exist: in lists, counts, pages, \`node\`, searches, facets, filters by its
id, downloads, and as the target of a command. Which view asks for what, and why some ask for nothing, is said where each is declared
(\`scope\`).

**What is done where.** What a unit does (draft, edit, submit, withdraw, start, stop, resume, trash) is done by whoever reaches the model's
unit. What is done with its file (receive, return, agree, open appraisal, recognise, decline, revoke) by whoever reaches the authority that
holds it; while nobody holds it, the model's unit. Strengthening and sustaining by whoever reaches either. A movement at its launcher, a round
at its unit, a target and an extension at the unit they are for, a rule of receiving at its unit, a decision at its issuer, a change of units
at every unit that it names. A person’s record and protected data at the unit they stand with, at both when they go over to another; a post in
any unit is told of one’s own person. An upload at the record it is for. Themes by whoever may edit them anywhere. People whose unit is not
known, sectors, accounts and tokens are minded only by whoever has the whole registry; a program makes no tokens for other programs.
`;
