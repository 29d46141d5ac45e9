import { ApiTokensService, endOfDay } from '../../features/accounts/tokens/api-tokens.service.js';
import { ROLES, systemActor, type Role } from '../../platform/access/actor.js';
import { ROLE_NAMES } from '../../platform/access/role-names.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { isLocalDate } from '../../shared/dates.js';
import { inEach } from '../../shared/language.js';
import { required, withRegistry, type Command } from './command.js';

/** The name of the role `reportingClient` before there were other roles. */
const READER = 'reader';
const USAGE = {
  vi: 'token create --name TÊN [--role administrator|reader|…] [--until 2027-06-30]',
  en: 'token create --name NAME [--role administrator|reader|…] [--until 2027-06-30]',
};

export const tokenCreate: Command = {
  name: 'token create',
  usage: USAGE,
  summary: { vi: 'Cấp một mã truy cập API (hiện một lần, ở dòng cuối)', en: 'Makes an API token (shown once, on the last line)' },
  options: { name: { type: 'string' }, role: { type: 'string' }, until: { type: 'string' } },
  async run({ settings, options, print }) {
    const name = required(options, 'name', USAGE);
    const role = roleOf(options.role);
    const expiresAt = endOf(options.until);
    const token = await withRegistry(settings, ({ app }) =>
      app.get(ApiTokensService).createToken(systemActor('command line'), { name, role, ...(expiresAt && { expiresAt }) }),
    );
    print({
      vi: `Vai trò: ${ROLE_NAMES[role].vi}. Gửi trong đầu mục “Authorization: Bearer …”.`,
      en: `It has the role of ${ROLE_NAMES[role].en}. Send it in the header “Authorization: Bearer …”.`,
    });
    return { output: inEach(token) };
  },
};

/** Tokens are for administrators unless another role is given: the operator of the server may do everything anyway. */
function roleOf(given: string | boolean | undefined): Role {
  const role = given === READER ? 'reportingClient' : ROLES.find(known => known === (given ?? 'administrator'));
  if (role) return role;
  throw new StartupError(`--role là một trong: ${[...ROLES, READER].join(', ')}.`, `--role is one of: ${[...ROLES, READER].join(', ')}.`);
}

/** The end of the given day in Việt Nam. */
function endOf(given: string | boolean | undefined): Date | undefined {
  if (given === undefined) return undefined;
  if (typeof given === 'string' && isLocalDate(given)) return endOfDay(given);
  throw new StartupError(
    `--until “${given}” không phải là ngày. Viết ví dụ 2027-06-30.`,
    `--until “${given}” is no date. Write for example 2027-06-30.`,
  );
}
