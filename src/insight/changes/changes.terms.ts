import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of the feed of changes. */
export const changesTerms = {
  ChangeFeed: term('dòng thay đổi', 'What has changed since a cursor, in the order of the audit trail'),
  Change: term('một thay đổi', 'One object that changed, or a part of the registry that is to be read again'),
  ChangeKind: enumTerm('loại thay đổi', 'What became of an object for the caller', {
    CHANGED: term('đã thay đổi', 'It is new or has changed', 'Read it again.'),
    REMOVED: term('không còn', 'It no longer exists, or the caller no longer sees it'),
    RESYNC: term(
      'đọc lại',
      'What the caller sees of `types` has changed without a change of the objects themselves',
      'Read them again from the beginning of the feed, and drop what it does not report.',
    ),
  }),
} as const satisfies Terms;
