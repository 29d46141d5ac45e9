import type { LocalDate } from '../../shared/dates.js';
import { blockReason, lifecycle, type Need } from '../../shared/lifecycle.js';
import type { ModelState, RunningState } from './model-states.js';

/** What the transitions of a model need to know; loaded once, for a list as for a command. */
export interface ModelFacts {
  readonly trashed: boolean;
  readonly merged: boolean;
  /** The unit is in force on the day of the step. */
  readonly unitInForce: boolean;
  readonly unit: string;
  /** A receiving authority is known for the unit on that day. */
  readonly hasReceiver: boolean;
  /** Above the authority that holds the file there is another. */
  readonly hasNextReceiver: boolean;
  /** The last day to register in the model's round; `null`: no round, no deadline. */
  readonly closesOn: LocalDate | null;
  readonly opensOn: LocalDate | null;
  readonly ofRound: boolean;
  readonly day: LocalDate;
  /** Whether a chapter above says that the model was appraised in its round; `undefined`: nobody answers for that yet. */
  readonly appraised: boolean | undefined;
  /** What the person gives with the command; absent when only asking what is possible. */
  readonly given: { readonly reason: boolean; readonly decision: boolean } | undefined;
}

type Check = Need<ModelFacts>;

const alive: Check = facts => (facts.trashed ? blockReason('MODEL_IN_TRASH') : facts.merged ? blockReason('MODEL_MERGED') : 'ok');
const unitInForce: Check = ({ unitInForce: ok, unit, day }) => (ok ? 'ok' : blockReason('MODEL_UNIT_NOT_IN_FORCE', { unit, date: day }));
const inTime: Check = ({ ofRound, opensOn, closesOn, day }) => {
  if (!ofRound) return blockReason('MODEL_OUTSIDE_ROUND');
  if (opensOn !== null && day < opensOn) return blockReason('MODEL_BEFORE_OPENING', { date: opensOn });
  return closesOn !== null && day > closesOn ? blockReason('MODEL_AFTER_DEADLINE', { date: closesOn }) : 'ok';
};
const receiverKnown: Check = facts => (facts.hasReceiver ? 'ok' : blockReason('MODEL_NO_RECEIVER', { unit: facts.unit, date: facts.day }));
const nextReceiverKnown: Check = facts => (facts.hasNextReceiver ? 'ok' : 'notApplicable');
const appraised: Check = facts => (facts.appraised === false ? blockReason('MODEL_NOT_APPRAISED') : 'ok');
const reasonGiven: Check = facts => (facts.given && !facts.given.reason ? blockReason('MODEL_NEEDS_REASON') : 'ok');
const decisionGiven: Check = facts => (facts.given && !facts.given.decision ? blockReason('MODEL_NEEDS_DECISION') : 'ok');

/** The file of a model: read this to know how it gets from a unit's desk to a decision. */
export const modelLifecycle = lifecycle<ModelState, ModelFacts>()('model', {
  submit: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED', label: 'Nộp đăng ký', needs: [alive, unitInForce, inTime, receiverKnown] },
  return: { from: ['SUBMITTED', 'RECEIVED'], to: 'RETURNED', label: 'Trả lại để bổ sung', needs: [alive, reasonGiven] },
  receive: { from: ['SUBMITTED'], to: 'RECEIVED', label: 'Tiếp nhận', needs: [alive] },
  agree: { from: ['RECEIVED'], to: 'SUBMITTED', label: 'Đồng ý, chuyển cấp trên', needs: [alive, nextReceiverKnown] },
  openAppraisal: { from: ['RECEIVED'], to: 'UNDER_APPRAISAL', label: 'Đưa vào thẩm định', needs: [alive] },
  recognise: { from: ['UNDER_APPRAISAL'], to: 'RECOGNISED', label: 'Công nhận', needs: [alive, appraised, decisionGiven] },
  decline: { from: ['UNDER_APPRAISAL'], to: 'NOT_RECOGNISED', label: 'Không công nhận', needs: [alive, reasonGiven] },
  withdraw: {
    from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'RECEIVED', 'UNDER_APPRAISAL'],
    to: 'WITHDRAWN',
    label: 'Rút',
    needs: [alive, reasonGiven],
  },
  revoke: { from: ['RECOGNISED'], to: 'REVOKED', label: 'Thu hồi công nhận', needs: [alive, reasonGiven, decisionGiven] },
});

/** How the model runs. */
export const runningLifecycle = lifecycle<RunningState, ModelFacts>()('model-running', {
  start: { from: ['PLANNED'], to: 'ACTIVE', label: 'Ra mắt, bắt đầu thực hiện', needs: [alive] },
  strengthen: { from: ['ACTIVE'], to: 'NEEDS_STRENGTHENING', label: 'Cần củng cố', needs: [alive, reasonGiven] },
  sustain: { from: ['NEEDS_STRENGTHENING'], to: 'ACTIVE', label: 'Đã củng cố, duy trì', needs: [alive] },
  stop: { from: ['PLANNED', 'ACTIVE', 'NEEDS_STRENGTHENING'], to: 'STOPPED', label: 'Dừng', needs: [alive, reasonGiven] },
  resume: { from: ['STOPPED'], to: 'ACTIVE', label: 'Thực hiện lại', needs: [alive] },
});

export type FileAction = keyof typeof modelLifecycle.transitions;
export type RunningAction = keyof typeof runningLifecycle.transitions;
export type ModelActionName = FileAction | RunningAction;

export const isRunningAction = (action: ModelActionName): action is RunningAction => action in runningLifecycle.transitions;
