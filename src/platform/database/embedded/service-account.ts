import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '../../errors/startup-error.js';

/** The operating-system account that runs the embedded server. PostgreSQL refuses to run as root. */
export interface ServiceAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Not `nobody`: programs of others run under it, and could read and change the database. */
const CANDIDATES = ['dan-van-kheo', 'postgres', 'node'];

/**
 * As root: the account that owns the existing data (so that a command run by root does not change their owner), or else the first existing account of
 * the candidates. As any other user, and on Windows: `undefined`, and the server runs as that user.
 */
export async function serviceAccount(dataDir: string): Promise<ServiceAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .map(line => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const data = await stat(join(dataDir, 'postgres')).catch(() => undefined);
  if (data && data.uid !== 0) {
    return accounts.find(({ uid }) => uid === data.uid) ?? { name: String(data.uid), uid: data.uid, gid: data.gid };
  }
  for (const candidate of CANDIDATES) {
    const found = accounts.find(({ name }) => name === candidate);
    if (found) return found;
  }
  throw new StartupError(
    'PostgreSQL không chạy bằng tài khoản root và máy này không có tài khoản dan-van-kheo, postgres hay node. Hãy tạo một tài khoản (useradd --system dan-van-kheo), chạy bằng một người dùng thường, hoặc đặt DATABASE_URL.',
    'PostgreSQL does not run as root, and this machine has none of the accounts dan-van-kheo, postgres or node. Create one (useradd --system dan-van-kheo), run as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether `account` can reach `path`: each folder above must grant it the search permission. */
export async function canEnter(account: ServiceAccount, path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const stats = await stat(folder).catch(() => undefined);
    if (stats) {
      const bit = stats.uid === account.uid ? 0o100 : stats.gid === account.gid ? 0o010 : 0o001;
      if ((stats.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
