import type { ProposalData, Schema } from '#documents/proposals';
import type { Tone } from '../../ui/badge.js';

/** A proposal as its pages show it. */
export type ShownProposal = NonNullable<ProposalData['proposal']>;
export type ProposedLine = ShownProposal['items'][number];

export const toneOf: Readonly<Record<Schema.ProposalState, Tone>> = { DRAFT: 'plain', SENT: 'open', RETURNED: 'warn', DECIDED: 'good' };

/** What every command about a proposal names. */
export const seenOf = ({ id, version }: ShownProposal): { id: string; expectedVersion: number } => ({ id, expectedVersion: version });

/** Whether a question to an agency or an objection waits for its answer. */
export const hasOpenPoints = ({ clearances, objections }: ShownProposal): boolean =>
  [...clearances, ...objections].some(({ answeredOn }) => answeredOn === null);
