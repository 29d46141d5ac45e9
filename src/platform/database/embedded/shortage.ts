/** Nothing is known by it of the file or program that was asked for: the process has no descriptor left, or the machine no memory or process. */
const SHORTAGE = new Set<string | undefined>(['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN']);

export const isShortage = (error: unknown): boolean => SHORTAGE.has((error as NodeJS.ErrnoException).code);

/** For what may be missing. A file that could not be opened for another reason is not the same as no file. */
export const ifMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code !== 'ENOENT') throw error;
    return instead;
  };
