import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/canonical-json.js';

/** What an approval binds: what the draft says, and what it would carry. Number and day come with the issue. */
export interface ApprovedContent {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly lines: readonly string[];
}

/** What a draft says of itself. */
interface Draft {
  readonly kind: string;
  readonly issuerId: string;
  readonly signer: string | null;
  readonly signerPost: string | null;
  readonly abstract: string | null;
}

export const contentOf = ({ kind, issuerId, signer, signerPost, abstract }: Draft, lines: readonly string[]): ApprovedContent => ({
  fields: { kind, issuerId, signer, signerPost, abstract },
  lines: lines.toSorted(),
});

export const hashOf = (content: ApprovedContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex');

/** One difference between what was approved and what the draft says now. */
export interface ContentChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Field by field, then the lines that went and those that came. */
export function changesBetween(approved: ApprovedContent, now: ApprovedContent): ContentChange[] {
  const names = [...new Set([...Object.keys(approved.fields), ...Object.keys(now.fields)])].toSorted();
  const fields = names
    .map(field => ({ field, before: approved.fields[field] ?? null, after: now.fields[field] ?? null }))
    .filter(({ before, after }) => before !== after);
  const gone = without(approved.lines, now.lines).map(line => ({ field: 'carries', before: line, after: null }));
  const come = without(now.lines, approved.lines).map(line => ({ field: 'carries', before: null, after: line }));
  return [...fields, ...gone, ...come];
}

/** The lines of the first list that the second does not have, each as often as it has more of it. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const rest = [...others];
  return lines.filter(line => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
