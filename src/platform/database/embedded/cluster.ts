import { randomBytes, createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, lstat, mkdir, open, readFile, realpath, rename, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../errors/startup-error.js';
import { AccountFiles, foreign } from './account-files.js';
import { removeDrafts } from './drafts.js';
import { ignoreExisting, reasonOf, runProgram, type Binaries } from './programs.js';
import { canEnter, type ServiceAccount } from './service-account.js';
import { ifMissing } from './shortage.js';

/** The folder of a database cluster, the programs and the account that run it. */
export interface ClusterLocation {
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: ServiceAccount | undefined;
}

/** Owns the cluster; used only to create the registry's role and database. The registry itself runs without superuser rights. */
export const SUPERUSER = 'postgres';

/** Files in the folder of the cluster. */
export const filesOf = ({ account }: ClusterLocation): AccountFiles => new AccountFiles(account);
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
    await takeOver(wanted, home, account);
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
  await mkdir(base, { recursive: true, mode: 0o755 });
  const { uid, mode } = await lstat(base);
  if (uid !== 0 || (mode & 0o022) !== 0) throw foreign(base, uid);
  await chmod(base, 0o755);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * PostgreSQL refuses data files that belong to another account. As root a folder that root has made is given to the service account, through its
 * descriptor; a folder of a third account is refused, and so is a link that neither root nor the owner of the folder has made.
 */
async function takeOver(wanted: string, home: string, account: ServiceAccount | undefined): Promise<void> {
  if (!account) {
    const { uid } = await stat(home);
    if (process.getuid !== undefined && uid !== process.getuid()) throw foreign(home, uid);
    return;
  }
  const link = await lstat(wanted);
  const folder = await open(home, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    const { uid } = await folder.stat();
    if (link.isSymbolicLink() && link.uid !== 0 && link.uid !== uid) throw foreign(wanted, link.uid);
    if (uid === account.uid) return;
    if (uid !== 0) throw foreign(home, uid);
    await folder.chown(account.uid, account.gid);
  } finally {
    await folder.close();
  }
}

/** Creates the database cluster if there is none, and refuses one of another major version. */
export async function ensureCluster(location: ClusterLocation): Promise<void> {
  const version = await readFile(join(dataFolder(location), 'PG_VERSION'), 'utf8').catch(ifMissing(undefined));
  await removeDrafts(location.home, DRAFT, path => filesOf(location).remove(path));
  if (version === undefined) return createCluster(location);
  const [was, is] = [/^\d{1,3}/.exec(version)?.[0] ?? '?', String(location.binaries.major)];
  if (was !== is) {
    throw new StartupError(
      `Dữ liệu ở ${dataFolder(location)} thuộc PostgreSQL ${was}, còn chương trình này kèm PostgreSQL ${is}. Hãy chạy phiên bản cũ, lưu bằng “npm run cli -- backup TỆP”, rồi khôi phục vào một DATA_DIR mới bằng “restore TỆP”.`,
      `The data in ${dataFolder(location)} belong to PostgreSQL ${was}; this program brings PostgreSQL ${is}. Run the former version, save with “npm run cli -- backup FILE”, then “restore FILE” into a new DATA_DIR.`,
    );
  }
}

/** A cluster that is being made, and the password it is made with. */
const DRAFT = /^(?:pgdata|password)\.(\d+)\./;

/** Makes a cluster. A start that fails leaves nothing of it. */
async function createCluster(location: ClusterLocation): Promise<void> {
  const files = filesOf(location);
  const mark = `${process.pid}.${randomBytes(4).toString('hex')}`;
  const draft = `${dataFolder(location)}.${mark}`;
  const password = randomBytes(24).toString('base64url');
  const pwfile = join(location.home, `password.${mark}`);
  try {
    await files.write(pwfile, password);
    await initialise(location, draft, pwfile);
    await files.moveFile(pwfile, join(draft, 'registry.password'));
    await files.append(join(draft, 'postgresql.conf'), `\ninclude_if_exists 'registry.conf'\n`);
    // Of two simultaneous starts the first to rename creates the cluster; the other uses it. A rename follows no link, so root may do it.
    await rename(draft, dataFolder(location)).catch(ignoreExisting);
  } finally {
    await files.remove(draft);
    await files.remove(pwfile);
  }
}

async function initialise(location: ClusterLocation, draft: string, pwfile: string): Promise<void> {
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
}
