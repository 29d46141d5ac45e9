import type { RestingKind } from '../../../platform/records/record-kind.js';
import { modelView } from '../model.view.js';

/** What of this chapter rests on rounds, themes, people and decisions: it is counted in models. */
export const modelsAtRest: RestingKind = {
  type: 'EmulationModel',
  table: 'emulation_model',
  links: {
    emulation_model_theme: 'model_id',
    registration: 'model_id',
    model_step: 'model_id',
    recognition: 'model_id',
    model_fact: 'model_id',
  },
  name: { vi: 'mô hình (kể cả trong thùng rác)', en: 'models (those in the trash included)' },
  seenBy: modelView,
};
