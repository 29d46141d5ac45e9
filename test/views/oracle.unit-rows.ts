import type { LocalDate } from '../../src/shared/dates.js';
import type { Dated, Row } from './oracle.rows.js';

export interface UnitRow extends Row, Dated {
  readonly line: string;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly source: string | null;
  readonly version: number;
}

export interface SpanRow extends Dated {
  readonly unit_id: string;
  readonly name: string;
  readonly kind: string;
  readonly code: string | null;
  readonly parent_id: string | null;
  readonly territory_id: string | null;
}

export interface SuccessionRow extends Row {
  readonly predecessor_id: string;
  readonly successor_id: string;
  readonly whole: boolean;
  readonly effective: string | null;
  readonly effective_on: LocalDate;
  readonly event_id: string;
}

export interface EventRow extends Row {
  readonly effects: readonly object[];
  readonly kind: string;
  readonly effective: string | null;
  readonly act_number: string | null;
  readonly act_date: string | null;
  readonly act_issuer: string | null;
  readonly note: string | null;
  readonly state: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly version: number;
  readonly applied_at: Date;
  readonly undone_at: Date | null;
  readonly undo_reason: string | null;
}

/** What an event changed: the row before and after, whole. */
export interface EventTrace {
  readonly event_id: string;
  readonly relation: string;
  readonly row_id: string;
  readonly before: { readonly unit_id?: string } | null;
  readonly after: { readonly unit_id?: string } | null;
}
