/** A kind of file, detected by its content. */
export interface FileKind {
  readonly mediaType: string;
  /** Accepted file name extensions; the first is the usual one. */
  readonly endings: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_KINDS = {
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] },
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif', 'jpe'] },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
} as const satisfies Readonly<Record<string, FileKind>>;
export type FileKindName = keyof typeof FILE_KINDS;

/** Documents and pictures: the kinds that most records accept. */
export const DOCUMENT_KINDS: readonly FileKindName[] = ['docx', 'xlsx', 'pdf', 'png', 'jpg'];

/** @param ending in lower case, without the dot */
export const kindByEnding = (ending: string): FileKindName | undefined =>
  (Object.keys(FILE_KINDS) as FileKindName[]).find(name => (FILE_KINDS[name].endings as readonly string[]).includes(ending));
