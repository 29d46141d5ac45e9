import { decisionView } from '../features/decisions/decision.view.js';
import { modelView } from '../features/models/model.view.js';
import { assignedTargetView, movementView, registrationExtensionView, registrationRoundView } from '../features/movements/movement.view.js';
import { receivingAuthorityView } from '../features/movements/receiving-authority.view.js';
import { sectorView, themeView } from '../features/sectors/sector.view.js';
import { actView, unitEventCountView, unitEventView } from '../features/units/unit-event.view.js';
import { unitSpanView, unitSuccessionView, unitView } from '../features/units/unit.view.js';
import type { AnyView } from '../platform/views/view.js';

/** Every view of the registry. */
export const registryViews: readonly AnyView[] = [
  unitView,
  unitSpanView,
  unitSuccessionView,
  unitEventView,
  actView,
  unitEventCountView,
  sectorView,
  themeView,
  modelView,
  decisionView,
  movementView,
  registrationRoundView,
  registrationExtensionView,
  assignedTargetView,
  receivingAuthorityView,
];
