import { randomBytes, createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, readdir, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../errors/startup-error.js';
import { isRunning, ignoreExisting, reasonOf, runProgram, type Binaries } from './programs.js';
import { canEnter, type ServiceAccount } from './service-account.js';

/** The folder of a database cluster, the programs and the account that run it. */
export interface ClusterLocation {
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: ServiceAccount | undefined;
}

/** Owns the cluster; used only to create the registry's role and database. The registry itself runs without superuser rights. */
export const SUPERUSER = 'postgres';

export const dataFolder = (location: ClusterLocation): string => join(location.home, 'pgdata');
export const passwordFile = (location: ClusterLocation): string => join(dataFolder(location), 'registry.password');

/**
 * The folder for the server's files: `dataDir/postgres`. As root, where the service account cannot enter `dataDir`,
 * the files go to /var/lib and `dataDir/postgres` becomes a symbolic link to them, so that the operator still finds them under `dataDir`.
 */
export async function serverHome(dataDir: string, account: ServiceAccount | undefined): Promise<string> {
  const wanted = join(dataDir, 'postgres');
  try {
    await mkdir(dataDir, { recursive: true });
    const present = await lstat(wanted).catch(() => undefined);
    if (!present) {
      if (account && !(await canEnter(account, dataDir))) await symlink(await elsewhere(dataDir), wanted).catch(ignoreExisting);
      else await mkdir(wanted, { recursive: true, mode: 0o700 });
    }
    const home = await realpath(wanted);
    if (account) await chown(home, account.uid, account.gid);
    else await refuseForeign(home);
    return home;
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(
      `Không tạo được thư mục dữ liệu ${wanted} (${reasonOf(cause)}). Hãy đặt DATA_DIR vào nơi ghi được.`,
      `Cannot make the data folder ${wanted} (${reasonOf(cause)}). Set DATA_DIR to a place that can be written.`,
      { cause },
    );
  }
}

/** A folder for the data of `dataDir` that every account can reach, whatever root's umask. */
async function elsewhere(dataDir: string): Promise<string> {
  const base = '/var/lib/dan-van-kheo';
  const digest = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const folder = join(base, `data-${digest}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(base, 0o755);
  return folder;
}

/** PostgreSQL refuses data files that belong to another account. */
async function refuseForeign(home: string): Promise<void> {
  const owner = (await stat(home)).uid;
  if (process.getuid === undefined || owner === process.getuid()) return;
  throw new StartupError(
    `Dữ liệu ở ${home} thuộc tài khoản khác (uid ${owner}). Hãy chạy bằng tài khoản đó hoặc root, hoặc đặt DATA_DIR khác.`,
    `The data in ${home} belong to another account (uid ${owner}). Run as that account or as root, or set another DATA_DIR.`,
  );
}

/** Creates the database cluster if there is none, and refuses one of another major version. */
export async function ensureCluster(location: ClusterLocation): Promise<void> {
  const version = await readFile(join(dataFolder(location), 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) return createCluster(location);
  if (Number(version.trim()) !== location.binaries.major) {
    const [was, is] = [version.trim(), String(location.binaries.major)];
    throw new StartupError(
      `Dữ liệu ở ${dataFolder(location)} thuộc PostgreSQL ${was}, còn chương trình này kèm PostgreSQL ${is}. Hãy chạy phiên bản cũ, lưu bằng “npm run cli -- backup TỆP”, rồi khôi phục vào một DATA_DIR mới bằng “restore TỆP”.`,
      `The data in ${dataFolder(location)} belong to PostgreSQL ${was}; this program brings PostgreSQL ${is}. Run the former version, save with “npm run cli -- backup FILE”, then “restore FILE” into a new DATA_DIR.`,
    );
  }
}

async function createCluster(location: ClusterLocation): Promise<void> {
  await removeDrafts(location.home);
  const mark = `${process.pid}.${randomBytes(4).toString('hex')}`;
  const draft = `${dataFolder(location)}.${mark}`;
  const password = randomBytes(24).toString('base64url');
  const pwfile = join(location.home, `password.${mark}`);
  await writeOwned(location, pwfile, password);
  const result = await runProgram({ ...location, folder: location.home }, 'initdb', [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${pwfile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ]);
  if (result.code !== 0) {
    await rm(draft, { recursive: true, force: true });
    await rm(pwfile, { force: true });
    // The program could not be started: a machine of another kind (musl), or a missing library.
    if (result.code === null || result.code === 127) {
      throw new StartupError(
        `PostgreSQL kèm theo không chạy được trên máy này (${result.lastError}). Hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`,
        `The bundled PostgreSQL does not run on this machine (${result.lastError}). Install PostgreSQL 15 or later and set DATABASE_URL.`,
      );
    }
    throw new StartupError(
      `Không tạo được cơ sở dữ liệu ở ${location.home} (${result.lastError}). Hãy kiểm tra quyền ghi và dung lượng ổ đĩa.`,
      `Could not make the database in ${location.home} (${result.lastError}). Check its rights and the space on the disk.`,
    );
  }
  await rename(pwfile, join(draft, 'registry.password'));
  const conf = join(draft, 'postgresql.conf');
  await writeFile(conf, `${await readFile(conf, 'utf8')}\ninclude_if_exists 'registry.conf'\n`);
  // Of two simultaneous starts the first to rename creates the cluster; the other uses it.
  await rename(draft, dataFolder(location)).catch(async error => {
    ignoreExisting(error);
    await rm(draft, { recursive: true, force: true });
  });
}

/** Removes what an interrupted `initdb` left behind. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^(?:pgdata|password)\.(\d+)\./.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(join(home, name), { recursive: true, force: true });
  }
}

/** Written under another name and renamed, so that a simultaneous start never reads half of the file. */
export async function writeOwned(location: ClusterLocation, path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  if (location.account) await chown(draft, location.account.uid, location.account.gid);
  await rename(draft, path);
}
