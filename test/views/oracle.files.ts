import { columns, idOf, moment, type Chapter, type Shown } from './oracle.chapter.js';

/** Files are only reached through what they hang on. */
export const filesChapter: Chapter = {
  fields: {
    File: {
      id: idOf,
      ...columns({
        name: 'name',
        mediaType: 'media_type',
        size: 'size',
        sha256: 'sha256',
        state: 'state',
        uploadedBy: 'uploaded_by',
      }),
      uploadedAt: moment('uploaded_at'),
      url: (shown: Shown, args, world) => `/files/${String(idOf(shown, args, world))}`,
    },
  },
};
