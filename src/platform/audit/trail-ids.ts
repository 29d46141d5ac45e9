import { isUuid, toGlobalId } from '../../shared/ids.js';

/** The type of what a field of an entry names, where the name of the field says it of every kind of object. */
const TYPE_OF: Readonly<Record<string, string>> = {
  accountId: 'Account',
  bodyId: 'Unit',
  commendationIds: 'Commendation',
  councilId: 'Council',
  decisionId: 'Decision',
  evaluationId: 'Evaluation',
  figureId: 'Figure',
  fileId: 'File',
  freezeId: 'ReviewFreeze',
  holderId: 'Unit',
  hostId: 'Unit',
  indicatorId: 'Indicator',
  issuerId: 'Unit',
  jointOwnerIds: 'Unit',
  launcherId: 'Unit',
  modelId: 'EmulationModel',
  modelIds: 'EmulationModel',
  movementId: 'Movement',
  organiserIds: 'Unit',
  personId: 'Person',
  planId: 'ReplicationPlan',
  receiverId: 'Unit',
  recogniserId: 'Unit',
  reviewId: 'Review',
  sectorId: 'Sector',
  setId: 'CriteriaSet',
  signerId: 'Person',
  territoryId: 'Unit',
  themeIds: 'Theme',
  unitId: 'Unit',
  unitIds: 'Unit',
  versionId: 'CriteriaSetVersion',
};

/** Fields that name another object of the same type. */
const OF_ONE_TYPE: ReadonlySet<string> = new Set(['copyOfId', 'intoId', 'mergedIntoId', 'parentId', 'previousId']);

const typeOf = (objectType: string, field: string): string | undefined => {
  if (OF_ONE_TYPE.has(field)) return objectType;
  if (field === 'roundId') return objectType === 'EmulationModel' ? 'RegistrationRound' : 'AppraisalRound';
  if (field === 'holderId' && objectType === 'RoleGrant') return undefined;
  return TYPE_OF[field];
};

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The value of a field as clients know it: the ids of rows are replaced by those that `node` takes. The entry itself is sealed as it was written. */
export function asClientsKnowIt(objectType: string, field: string, value: string | null): string | null {
  const type = typeOf(objectType, field);
  if (value === null || type === undefined) return value;
  return value.replaceAll(UUIDS, id => (isUuid(id) ? toGlobalId(type, id) : id));
}
