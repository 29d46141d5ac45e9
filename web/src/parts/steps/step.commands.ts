import {
  AgreeModels,
  DeclineModels,
  OpenAppraisalOfModels,
  ReceiveModels,
  RecordModelSubmissions,
  RecogniseModels,
  ResumeModels,
  ReturnModels,
  RevokeModels,
  StartModels,
  StopModels,
  StrengthenModels,
  SubmitModels,
  SustainModels,
  WithdrawModels,
  type Schema,
  type StepRows,
} from '#documents/steps';
import type { TypedDocumentNode } from 'urql';

interface Step {
  readonly document: TypedDocumentNode<Record<string, StepRows>, { input: Schema.DecideModelsInput & Schema.StepModelsInput }>;
  /** What a person has to say; the server refuses without. */
  readonly asks: readonly ('reason' | 'decision' | 'level' | 'source')[];
  /** Ends something: its button is no first choice. */
  readonly isHard?: boolean;
}

const step = (document: unknown, asks: Step['asks'] = [], isHard = false): Step => ({
  document: document as Step['document'],
  asks,
  isHard,
});

/** The steps of a file and of the running of a model, by their names in `actions`. */
export const STEPS = {
  submit: step(SubmitModels),
  recordSubmission: step(RecordModelSubmissions, ['source']),
  receive: step(ReceiveModels),
  agree: step(AgreeModels),
  openAppraisal: step(OpenAppraisalOfModels),
  recognise: step(RecogniseModels, ['decision', 'level']),
  decline: step(DeclineModels, ['reason', 'decision'], true),
  return: step(ReturnModels, ['reason'], true),
  withdraw: step(WithdrawModels, ['reason'], true),
  revoke: step(RevokeModels, ['reason', 'decision'], true),
  start: step(StartModels),
  strengthen: step(StrengthenModels, ['reason'], true),
  sustain: step(SustainModels),
  stop: step(StopModels, ['reason'], true),
  resume: step(ResumeModels),
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as StepName[];

/** `OPEN_APPRAISAL` of a waiting list as `openAppraisal`. */
export const stepNamed = (name: string | undefined): StepName | undefined => {
  const camel = name?.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return STEP_NAMES.find(known => known === camel);
};
