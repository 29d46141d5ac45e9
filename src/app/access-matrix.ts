import { modelLifecycle, runningLifecycle } from '../features/models/model.lifecycle.js';
import type { AccessMatrix } from '../platform/access/access-rules.js';

const reading = ['registry.read', 'unitEvent.read', 'unitEvent.preview'];

/** One right a step, so that each can be given to those whose work it is. */
const modelSteps = [...Object.keys(modelLifecycle.transitions), ...Object.keys(runningLifecycle.transitions)].map(step => `model.${step}`);

/** For everybody who is signed in as a person. */
const own = ['account.own'];

/** Who may do what. This is the one place; docs/access-matrix.md is printed from it. */
export const accessMatrix: AccessMatrix = {
  /** A reporting client: reads, changes nothing. */
  reader: [...reading, ...own],
  /** The one administrator of the first start, and tokens that act for it. */
  administrator: [
    ...reading,
    ...own,
    'account.manage',
    'apiToken.manage',
    'unit.change',
    'unitEvent.undo',
    'sector.edit',
    'theme.edit',
    'model.record',
    'model.draft',
    'model.edit',
    'model.trash',
    'model.merge',
    'model.recordFact',
    ...modelSteps,
    'decision.record',
    'decision.correct',
    'movement.edit',
    'registrationRound.edit',
    'target.assign',
    'receivingAuthority.edit',
    'person.edit',
    'person.readProtected',
    'person.writeProtected',
    'audit.read',
  ],
};
