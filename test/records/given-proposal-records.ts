import type pg from 'pg';
import { newId } from '../../src/shared/ids.js';
import type { GivenRecords } from './given-records.js';

/** What of proposals and holds rests on decisions, people, councils and commendations. */
export function givenProposalRecords(db: pg.Client, unit: string): Pick<GivenRecords, 'rest'> {
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const names = Object.keys(row);
    await db.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const proposal = async (more: object = {}): Promise<string> => {
    const id = newId();
    const row = {
      id,
      proposer_id: unit,
      title: 'minh họa',
      state: 'DRAFT',
      drafted_on: '2026-01-01',
      content_hash: 'a'.repeat(64),
      ...more,
    };
    await insert('proposal', row);
    return id;
  };
  const item = async (more: object): Promise<void> => {
    const row = {
      id: newId(),
      proposal_id: await proposal(),
      number: 1,
      form: 'GIAY_KHEN',
      kind: 'INDIVIDUAL',
      reason: 'minh họa',
      met: '{}',
    };
    await insert('proposal_item', { ...row, ...more });
  };
  const hold = (more: object): Promise<void> =>
    insert('commendation_hold', {
      id: newId(),
      body_id: unit,
      ground: 'VERIFICATION',
      reason: 'minh họa',
      source: 'minh họa',
      placed_on: '2026-01-01',
      review_on: '2027-01-01',
      ...more,
    });
  const decided = { state: 'DECIDED', issuer_id: unit, sent_on: '2026-01-01', received_on: '2026-01-01' };
  return {
    rest: {
      'proposal.decision_id': async id => void (await proposal({ ...decided, decision_id: id })),
      'proposal.council_id': async id => void (await proposal({ council_id: id })),
      'proposal_item.person_id': id => item({ person_id: id, name: 'Nguyễn Văn A' }),
      'proposal_item.commendation_id': id => item({ commendation_id: id }),
      'commendation_hold.person_id': id => hold({ person_id: id, name: 'Nguyễn Văn A' }),
      'commendation_hold.council_id': id => hold({ council_id: id, unit_id: unit }),
    },
  };
}
