import type { TestRegistry } from '../support/test-registry.js';
import { addDays, dayInVietnam } from '../../src/shared/dates.js';
import { givenModels } from '../support/given-models.js';
import { givenUnits } from '../support/given-units.js';

export const PASSWORD = 'một câu dài dễ nhớ của tôi';

/** An account with a password and a role; it is what an administrator and its owner do by hand. */
export async function givenAccount(
  registry: TestRegistry,
  name: string,
  displayName: string,
  role: string,
  unitId?: string,
): Promise<string> {
  const { administrator, everyRole } = registry.as;
  const account = (
    await administrator.get(`mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }`, {
      input: { name, displayName },
    })
  ).createAccount.account.id;
  const { secret } = (
    await administrator.get(`mutation ($input: IssuePasswordResetInput!) { issuePasswordReset(input: $input) { secret } }`, {
      input: { accountId: account },
    })
  ).issuePasswordReset;
  await registry.as.nobody.get(`mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }`, {
    input: { secret, newPassword: PASSWORD },
  });
  const { giveGrant } = await everyRole.get(
    `mutation ($input: GiveGrantInput!) { giveGrant(input: $input) { userErrors { code message } } }`,
    { input: { holderId: account, role, unitId, reason: 'Phân công' } },
  );
  if (giveGrant.userErrors.length > 0) throw new Error(JSON.stringify(giveGrant.userErrors));
  return account;
}

export interface Movement {
  readonly province: string;
  readonly commune: string;
  readonly movement: string;
  readonly round: string;
}

/** A province with a commune, a movement, and a round that is open today; the province receives and recognises. */
export async function givenMovement(registry: TestRegistry): Promise<Movement> {
  const [units, models] = [givenUnits(() => registry), givenModels(() => registry)];
  const province = await units.establish({ kind: 'TINH', name: 'Sông Lam' });
  const commune = await units.establish({ kind: 'XA', name: 'Bình An', parentId: province });
  await units.establish({ kind: 'XA', name: 'Bình Yên', parentId: province });
  await models.authority(province, province, { level: 'PROVINCE' });
  const { launchMovement } = await registry.as.boardStaff.get(
    `mutation ($input: LaunchMovementInput!) { launchMovement(input: $input) { movement { id } } }`,
    { input: { launcherId: province, name: 'Thi đua Dân vận khéo', starts: '2026-01-01' } },
  );
  const day = (days: number): string => addDays(dayInVietnam(new Date()), days);
  const { openRegistrationRound } = await registry.as.boardStaff.get(
    `mutation ($input: OpenRegistrationRoundInput!) { openRegistrationRound(input: $input) { registrationRound { id } userErrors { message } } }`,
    { input: { movementId: launchMovement.movement.id, unitId: province, name: 'Đợt của năm', opensOn: day(-5), closesOn: day(10) } },
  );
  return { province, commune, movement: launchMovement.movement.id, round: openRegistrationRound.registrationRound.id };
}
