import { AccountsService } from '../../features/accounts/accounts.service.js';
import { PasswordsService } from '../../features/accounts/passwords/passwords.service.js';
import { systemActor } from '../../platform/access/actor.js';
import { inEach } from '../../shared/language.js';
import { required, withRegistry, type Command } from './command.js';

const USAGE = { vi: 'account reset --name TÊN_ĐĂNG_NHẬP', en: 'account reset --name SIGN_IN_NAME' };

export const accountReset: Command = {
  name: 'account reset',
  usage: USAGE,
  summary: {
    vi: 'Cấp mã đặt mật khẩu dùng một lần, khi không quản trị viên nào vào được (hiện một lần, ở dòng cuối)',
    en: 'Issues a one-time secret for a new password, when no administrator can sign in (shown once, on the last line)',
  },
  options: { name: { type: 'string' } },
  async run({ settings, options, print }) {
    const name = required(options, 'name', USAGE);
    const { secret } = await withRegistry(settings, async ({ app }) =>
      app.get(PasswordsService).issueReset(systemActor('command line'), await app.get(AccountsService).idOfName(name)),
    );
    print({ vi: 'Đặt mật khẩu mới bằng resetPassword trong ba ngày.', en: 'Set a new password with resetPassword within three days.' });
    return { output: inEach(secret) };
  },
};
