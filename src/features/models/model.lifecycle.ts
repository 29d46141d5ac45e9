import type { LocalDate } from '../../shared/dates.js';
import { blockReason, lifecycle, type Need } from '../../shared/lifecycle.js';
import { wordsForItem, type FormItem } from '../movements/form-items.js';
import { MODEL_STATE_NAMES, RUNNING_STATE_NAMES } from './model.names.js';
import type { Appraised } from './ports/appraisal-facts.port.js';
import type { ModelState, RunningState } from './model-states.js';

/** The facts that the transitions of a model check; loaded in the same way for a list and for a command. */
export interface ModelFacts {
  readonly trashed: boolean;
  readonly merged: boolean;
  /** The unit, or its whole successor, is in force on the day of the step. */
  readonly unitGoesOn: boolean;
  readonly unit: string;
  /** A receiving authority is known for the unit on that day. */
  readonly hasReceiver: boolean;
  /** There is a receiving authority above the one that holds the file. */
  readonly hasNextReceiver: boolean;
  /** The last day to register in the model's round; `null`: no round, no deadline. */
  readonly closesOn: LocalDate | null;
  readonly opensOn: LocalDate | null;
  readonly ofRound: boolean;
  readonly day: LocalDate;
  /** The items of the form that are required on that day and that it lacks. */
  readonly missingItems: readonly FormItem[];
  /** Whether the registration was appraised, by the port `AppraisalFacts`. */
  readonly appraised: Appraised;
  /** The registration is known from a paper: its recognition may rest on the paper where no decision is known. */
  readonly onPaper: boolean;
  /** What the command's input gives; absent when only the possible actions are listed. */
  readonly given: { readonly reason: boolean; readonly decision: boolean; readonly source: boolean } | undefined;
}

type Check = Need<ModelFacts>;

const alive: Check = facts => (facts.trashed ? blockReason('MODEL_IN_TRASH') : facts.merged ? blockReason('MODEL_MERGED') : 'ok');
const unitGoesOn: Check = ({ unitGoesOn: ok, unit, day }) => (ok ? 'ok' : blockReason('MODEL_UNIT_ENDED', { unit, date: day }));
// An ended unit is the one reason that is given: neither a round nor a receiver could be set for it.
const inTime: Check = ({ unitGoesOn: ok, ofRound, opensOn, closesOn, day }) => {
  if (!ok) return 'ok';
  if (!ofRound) return blockReason('MODEL_OUTSIDE_ROUND');
  if (opensOn !== null && day < opensOn) return blockReason('MODEL_BEFORE_OPENING', { date: opensOn });
  return closesOn !== null && day > closesOn ? blockReason('MODEL_AFTER_DEADLINE', { date: closesOn }) : 'ok';
};
const receiverKnown: Check = facts =>
  facts.hasReceiver || !facts.unitGoesOn ? 'ok' : blockReason('MODEL_NO_RECEIVER', { unit: facts.unit, date: facts.day });
const nextReceiverKnown: Check = facts => (facts.hasNextReceiver ? 'ok' : 'notApplicable');
const formComplete: Check = ({ missingItems }) =>
  missingItems.length === 0
    ? 'ok'
    : missingItems.map(item =>
        blockReason('MODEL_FORM_ITEM_MISSING', { item: { value: item, ...wordsForItem(item) }, field: `form.${item}` }),
      );
const appraised: Check = facts => (facts.appraised === 'NO' ? blockReason('MODEL_NOT_APPRAISED') : 'ok');
const reasonGiven: Check = facts => (facts.given && !facts.given.reason ? blockReason('MODEL_NEEDS_REASON') : 'ok');
const decisionGiven: Check = facts => (facts.given && !facts.given.decision ? blockReason('MODEL_NEEDS_DECISION') : 'ok');
const decisionOrPaperGiven: Check = facts => (facts.onPaper && facts.given?.source ? 'ok' : decisionGiven(facts));

/** The lifecycle of the file of a registration, from the unit's draft to a decision. */
export const modelLifecycle = lifecycle<ModelState, ModelFacts>()('model', MODEL_STATE_NAMES, {
  submit: {
    from: ['DRAFT', 'RETURNED'],
    to: 'SUBMITTED',
    label: { vi: 'Nộp đăng ký', en: 'Submit' },
    needs: [alive, unitGoesOn, inTime, receiverKnown, formComplete],
  },
  return: {
    from: ['SUBMITTED', 'RECEIVED'],
    to: 'RETURNED',
    label: { vi: 'Trả lại để bổ sung', en: 'Return for completion' },
    needs: [alive, reasonGiven],
  },
  receive: { from: ['SUBMITTED'], to: 'RECEIVED', label: { vi: 'Tiếp nhận', en: 'Receive' }, needs: [alive] },
  agree: {
    from: ['RECEIVED'],
    to: 'SUBMITTED',
    label: { vi: 'Đồng ý, chuyển cấp trên', en: 'Agree and pass on' },
    needs: [alive, nextReceiverKnown],
  },
  openAppraisal: { from: ['RECEIVED'], to: 'UNDER_APPRAISAL', label: { vi: 'Đưa vào thẩm định', en: 'Open appraisal' }, needs: [alive] },
  recognise: {
    from: ['UNDER_APPRAISAL'],
    to: 'RECOGNISED',
    label: { vi: 'Công nhận', en: 'Recognise' },
    needs: [alive, appraised, decisionOrPaperGiven],
  },
  decline: {
    from: ['UNDER_APPRAISAL'],
    to: 'NOT_RECOGNISED',
    label: { vi: 'Không công nhận', en: 'Decline' },
    needs: [alive, reasonGiven],
  },
  withdraw: {
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL'],
    to: 'WITHDRAWN',
    label: { vi: 'Rút', en: 'Withdraw' },
    needs: [alive, reasonGiven],
  },
  revoke: {
    from: ['RECOGNISED'],
    to: 'REVOKED',
    label: { vi: 'Thu hồi công nhận', en: 'Revoke the recognition' },
    needs: [alive, reasonGiven, decisionGiven],
  },
});

/** The lifecycle of the model's running. */
export const runningLifecycle = lifecycle<RunningState, ModelFacts>()('model-running', RUNNING_STATE_NAMES, {
  start: { from: ['PLANNED'], to: 'ACTIVE', label: { vi: 'Ra mắt, bắt đầu thực hiện', en: 'Launch' }, needs: [alive] },
  strengthen: {
    from: ['ACTIVE'],
    to: 'NEEDS_STRENGTHENING',
    label: { vi: 'Cần củng cố', en: 'Mark as in need of strengthening' },
    needs: [alive, reasonGiven],
  },
  sustain: {
    from: ['NEEDS_STRENGTHENING'],
    to: 'ACTIVE',
    label: { vi: 'Đã củng cố, duy trì', en: 'Mark as strengthened' },
    needs: [alive],
  },
  stop: {
    from: ['PLANNED', 'ACTIVE', 'NEEDS_STRENGTHENING'],
    to: 'STOPPED',
    label: { vi: 'Dừng', en: 'Stop' },
    needs: [alive, reasonGiven],
  },
  resume: { from: ['STOPPED'], to: 'ACTIVE', label: { vi: 'Thực hiện lại', en: 'Resume' }, needs: [alive] },
});

export type FileAction = keyof typeof modelLifecycle.transitions;
export type RunningAction = keyof typeof runningLifecycle.transitions;
export type ModelActionName = FileAction | RunningAction;

export const isRunningAction = (action: ModelActionName): action is RunningAction => action in runningLifecycle.transitions;
