import { ApiTokensService, endOfDay } from '../../features/accounts/tokens/api-tokens.service.js';
import { ROLES, systemActor, type Role } from '../../platform/access/actor.js';
import { ROLE_NAMES } from '../../platform/access/role-names.js';
import { StartupError } from '../../platform/errors/startup-error.js';
import { UnitLine } from '../../features/units/unit-kinds.js';
import { idOf } from '../../platform/graphql/node.js';
import { isLocalDate, type LocalDate } from '../../shared/dates.js';
import { inEach } from '../../shared/language.js';
import { required, withRegistry, type Command } from './command.js';

/** The name of the role `reportingClient` before there were other roles. */
const READER = 'reader';
const USAGE = {
  vi: 'token create --name TÊN [--role reader|administrator|…] [--unit MÃ_ĐƠN_VỊ] [--line KHỐI] [--from NGÀY] [--until 2027-06-30]',
  en: 'token create --name NAME [--role reader|administrator|…] [--unit ID] [--line LINE] [--from DAY] [--until 2027-06-30]',
};

export const tokenCreate: Command = {
  name: 'token create',
  usage: USAGE,
  summary: { vi: 'Cấp một mã truy cập API (hiện một lần, ở dòng cuối)', en: 'Makes an API token (shown once, on the last line)' },
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    unit: { type: 'string' },
    line: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
  },
  async run({ settings, options, print }) {
    const name = required(options, 'name', USAGE);
    const role = roleOf(options.role);
    const unitId = options.unit === undefined ? null : idOf('Unit', String(options.unit), '--unit');
    const [line, validFrom, until] = [lineOf(options.line), dayOf(options.from, '--from'), dayOf(options.until, '--until')];
    const given = { name, role, unitId, line, validFrom, ...(until && { expiresAt: endOfDay(until) }) };
    const token = await withRegistry(settings, ({ app }) => app.get(ApiTokensService).createToken(systemActor('command line'), given));
    print({
      vi: `Vai trò: ${ROLE_NAMES[role].vi}. Gửi trong đầu mục “Authorization: Bearer …”.`,
      en: `It has the role of ${ROLE_NAMES[role].en}. Send it in the header “Authorization: Bearer …”.`,
    });
    return { output: inEach(token) };
  },
};

/** A token reads and changes nothing, unless another role is given. */
function roleOf(given: string | boolean | undefined): Role {
  const role = given === undefined || given === READER ? 'reportingClient' : ROLES.find(known => known === given);
  if (role) return role;
  throw new StartupError(`--role là một trong: ${[...ROLES, READER].join(', ')}.`, `--role is one of: ${[...ROLES, READER].join(', ')}.`);
}

function lineOf(given: string | boolean | undefined): UnitLine | null {
  if (given === undefined) return null;
  const line = Object.values(UnitLine).find(known => known === given);
  if (line) return line;
  const known = Object.values(UnitLine).join(', ');
  throw new StartupError(`--line là một trong: ${known}.`, `--line is one of: ${known}.`);
}

function dayOf(given: string | boolean | undefined, option: string): LocalDate | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && isLocalDate(given)) return given;
  throw new StartupError(
    `${option} “${given}” không phải là ngày. Viết ví dụ 2027-06-30.`,
    `${option} “${given}” is no date. Write for example 2027-06-30.`,
  );
}
