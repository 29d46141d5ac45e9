import type { Tx } from '../../../platform/database/tx.js';
import type { Id } from '../../../shared/ids.js';
import type { CommendationForm } from '../../commendations/forms/forms.js';
import type { SubjectKind } from '../../sectors/subject-kind.js';
import { CommendationQuotaEntity } from './quota.entity.js';

/** A quota of a round, and how many are granted from it. */
export interface QuotaRow {
  readonly block: string;
  readonly form: CommendationForm;
  readonly kind: SubjectKind;
  readonly most: number;
  readonly basis: string;
}

export async function replaceQuotas(tx: Tx, roundId: Id, rows: readonly (QuotaRow & { readonly id: Id })[]): Promise<void> {
  await tx.manager.delete(CommendationQuotaEntity, { roundId });
  if (rows.length > 0)
    await tx.manager.insert(
      CommendationQuotaEntity,
      rows.map(row => ({ ...row, roundId })),
    );
}

export const quotasOf = (tx: Tx, roundId: Id): Promise<QuotaRow[]> =>
  tx.query<QuotaRow>(`select block, form, kind, most, basis from commendation_quota where round_id = $1 order by block, form, kind`, [
    roundId,
  ]);
