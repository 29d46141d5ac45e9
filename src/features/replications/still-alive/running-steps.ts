import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { PartialDate } from '../../../shared/dates.js';
import type { Id } from '../../../shared/ids.js';
import { ModelFactsService } from '../../models/facts/model-facts.service.js';
import { raiseVersion, type LockedModel } from '../../models/model.store.js';
import { ModelStepsService } from '../../models/steps/model-steps.service.js';

interface Answered {
  readonly id: Id;
  readonly model: LockedModel;
  readonly lives: boolean;
  readonly on: PartialDate;
  readonly reason: string | null;
}

const SOURCE = 'Trả lời câu hỏi duy trì hằng năm';

/** Takes the step of its running that an answer says, where the model does not run so already. */
@Injectable()
export class RunningSteps {
  constructor(
    private readonly steps: ModelStepsService,
    private readonly facts: ModelFactsService,
  ) {}

  async reach(tx: Tx, { id, model, lives, on, reason }: Answered): Promise<void> {
    const { running } = model;
    if (running === null) {
      await this.facts.recordFirstRunning(tx, id, model, lives ? 'ACTIVE' : 'STOPPED', on.latest, reason ?? SOURCE);
      await raiseVersion(tx, id);
      return;
    }
    const action = stepTo(lives, running);
    if (action) await this.steps.stepIn(tx, { action, models: [{ id }], on, reason: reason ?? undefined });
  }
}

function stepTo(lives: boolean, running: NonNullable<LockedModel['running']>): 'stop' | 'start' | 'resume' | undefined {
  if (!lives) return running === 'STOPPED' ? undefined : 'stop';
  return running === 'PLANNED' ? 'start' : running === 'STOPPED' ? 'resume' : undefined;
}
