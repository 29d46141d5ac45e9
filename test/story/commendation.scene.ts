import { describe, expect, it } from '@jest/globals';
import type { Year } from './year.js';

/** The best of the year is commended: the board proposes, the province decides, and anyone checks the certificate. */
export function inNovember({ registry, story, units, the }: Year): void {
  const shown = 'proposal { id version state contentHash items { number commendation { id certificateCode recipient { name } } } }';
  let proposal: any;

  describe('in November, the first of the appraisal is commended', () => {
    it('staff propose it from the result of the closed round, with the reason that the result gives', async () => {
      story.day('2026-11-03');
      const { appraisalRound } = await story.reads(
        'chuyen.vien',
        'query ($id: ID!) { appraisalRound(id: $id) { ranking(first: 1) { nodes { id } } } }',
        { id: the.appraisal },
      );
      const best = { roundId: the.appraisal, form: 'BANG_KHEN', evaluationIds: [appraisalRound.ranking.nodes[0].id] };
      const draft = { title: 'Đề nghị khen thưởng 2026', proposerId: units['Ban Dân vận tỉnh A'], ...best };
      ({ proposal } = await story.does('chuyen.vien', 'draftProposal', draft, 'proposal { id version items { reason } }'));
      expect(proposal.items[0].reason).toContain('Thẩm định 2026');
    });

    it('it is sent to the province; staff may not decide, and the leader decides the content that was read', async () => {
      const send = { id: proposal.id, expectedVersion: proposal.version, issuerId: units['Tỉnh A'] };
      ({ proposal } = await story.does('chuyen.vien', 'sendProposal', send, shown));
      const decision = { number: '88/QĐ-UBND', issuedOn: '2026-11-03', issuerId: units['Tỉnh A'] };
      const decide = { id: proposal.id, expectedVersion: proposal.version, contentHash: proposal.contentHash, decision };
      expect(await story.isRefused('chuyen.vien', 'decideProposal', decide)).toEqual(['FORBIDDEN']);
      expect(await story.isRefused('lanh.dao', 'decideProposal', { ...decide, contentHash: '0'.repeat(64) })).toEqual([
        'PROPOSAL_HASH_UNKNOWN',
      ]);
      ({ proposal } = await story.does('lanh.dao', 'decideProposal', decide, shown));
      const [{ commendation }] = proposal.items;
      expect([proposal.state, commendation.recipient.name]).toEqual(['DECIDED', 'Xã A']);
      [the.commendation, the.certificateCode] = [commendation.id, commendation.certificateCode];
    });

    it('anyone who holds the certificate checks it by its code, without an account, and learns what is printed on it', async () => {
      expect(await certificateOf({ registry, the })).toEqual({
        state: 'VALID',
        decision: '88/QĐ-UBND',
        issuedOn: '2026-11-03',
        name: 'Xã A',
      });
    });
  });
}

/** What somebody without an account is told of the certificate. */
export async function certificateOf({ registry, the }: Pick<Year, 'registry' | 'the'>): Promise<object> {
  const query = 'query ($code: String!) { certificate(code: $code) { state decision issuedOn name } }';
  return (await registry().as.nobody.get(query, { code: the.certificateCode })).certificate;
}
