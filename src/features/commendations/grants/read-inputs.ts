import { idOf } from '../../../platform/graphql/node.js';
import type { Id } from '../../../shared/ids.js';
import type { GivenDecision } from '../../decisions/decision.store.js';
import type { GivenReward } from './given-recipients.js';
import type { CommendedInput, GrantingDecisionInput } from './grant.inputs.js';
import type { NamedInput } from './recipient.inputs.js';

/** An id of a given type, or none. */
export const idOrNull = (type: string, id: string | null | undefined, ...path: (string | number)[]): Id | null =>
  id === null || id === undefined ? null : idOf(type, id, ...path);

export const nameOf = (
  { personId, unitId, name, post, unitName }: NamedInput,
  ...path: (string | number)[]
): Pick<GivenReward, 'personId' | 'unitId' | 'name' | 'post' | 'unitName'> => ({
  personId: idOrNull('Person', personId, ...path, 'personId'),
  unitId: idOrNull('Unit', unitId, ...path, 'unitId'),
  name: name ?? null,
  post: post ?? null,
  unitName: unitName ?? null,
});

/** A line of a decision. @param path where the line is in the input. */
export const rewardOf = (line: CommendedInput, ...path: (string | number)[]): GivenReward => ({
  ...nameOf(line, ...path),
  form: line.form,
  kind: line.kind,
  modelId: idOrNull('EmulationModel', line.modelId, ...path, 'modelId'),
  evaluationId: idOrNull('Evaluation', line.evaluationId, ...path, 'evaluationId'),
  count: line.count ?? null,
  reason: line.reason,
  periodFrom: line.periodFrom ?? null,
  periodTo: line.periodTo ?? null,
});

/** A decision that is not in the registry yet. */
export const decisionOf = (decision: GrantingDecisionInput): GivenDecision => ({
  number: decision.number,
  kind: 'DECISION',
  issuedOn: decision.issuedOn,
  issuerId: idOf('Unit', decision.issuerId, 'decision', 'issuerId'),
  signer: decision.signer ?? null,
  signerPost: decision.signerPost ?? null,
  abstract: decision.abstract ?? null,
  source: null,
});
