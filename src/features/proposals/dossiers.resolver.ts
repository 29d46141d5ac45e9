import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.js';
import { RequestContext } from '../../platform/graphql/context.js';
import { mutate } from '../../platform/graphql/mutation.js';
import { idOf } from '../../platform/graphql/node.js';
import {
  AnswerClearanceInput,
  AnswerObjectionInput,
  AskClearanceInput,
  OpenPublicCommentInput,
  RecordObjectionInput,
} from './comment/comment.inputs.js';
import { CommentService } from './comment/comment.service.js';
import { AttachProposalFileInput, DetachProposalFileInput } from './dossier/proposal-file.inputs.js';
import { ProposalFiles } from './dossier/proposal-files.service.js';
import type { SeenProposal } from './proposal-guard.js';
import { ProposalErrors } from './proposal.errors.js';
import { ProposalPayload } from './proposal.graphql.js';

/** What a proposal takes besides its lines: files, answers of agencies, and what the public says. */
@Resolver()
export class DossiersResolver {
  constructor(
    private readonly files: ProposalFiles,
    private readonly comment: CommentService,
  ) {}

  @Mutation(() => ProposalPayload, { description: 'Attaches an uploaded file to the dossier (đính kèm tài liệu hồ sơ).' })
  @Allow('proposal.draft')
  attachProposalFile(
    @Args('input', { type: () => AttachProposalFileInput }) input: AttachProposalFileInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, AttachProposalFileInput, input, async () => ({
      proposal: await this.files.attach(context.signedIn, seen(input), idOf('File', input.fileId, 'fileId'), input.part),
    }));
  }

  @Mutation(() => ProposalPayload, { description: 'Detaches a file from the dossier, with a reason (gỡ tài liệu hồ sơ).' })
  @Allow('proposal.draft')
  detachProposalFile(
    @Args('input', { type: () => DetachProposalFileInput }) input: DetachProposalFileInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, DetachProposalFileInput, input, async () => ({
      proposal: await this.files.detach(context.signedIn, seen(input), idOf('File', input.fileId, 'fileId'), input.reason),
    }));
  }

  @Mutation(() => ProposalPayload, {
    description: 'Records that an agency was asked whether there is anything against the recipients (xin ý kiến).',
  })
  @Allow('proposal.draft')
  askClearance(
    @Args('input', { type: () => AskClearanceInput }) input: AskClearanceInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, AskClearanceInput, input, async () => ({
      proposal: await this.comment.askClearance(context.signedIn, seen(input), input.agency, input.askedOn ?? null),
    }));
  }

  @Mutation(() => ProposalPayload, { description: 'Records what the agency answers (ghi trả lời của cơ quan được hỏi).' })
  @Allow('proposal.draft')
  answerClearance(
    @Args('input', { type: () => AnswerClearanceInput }) input: AnswerClearanceInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, AnswerClearanceInput, input, async () => {
      const { result, answeredOn = null, words = null } = input;
      const answer = { clearanceId: idOf('Clearance', input.clearanceId, 'clearanceId'), result, answeredOn, words };
      return { proposal: await this.comment.answerClearance(context.signedIn, seen(input), answer) };
    });
  }

  @Mutation(() => ProposalPayload, {
    description: 'Makes the proposal public for comment, for a number of working days (công khai lấy ý kiến).',
  })
  @Allow('proposal.draft')
  openPublicComment(
    @Args('input', { type: () => OpenPublicCommentInput }) input: OpenPublicCommentInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    const { from = null, days, source = null } = input;
    return mutate(
      context,
      OpenPublicCommentInput,
      input,
      async () => ({ proposal: await this.comment.openPublic(context.signedIn, seen(input), { first: from, days, source }) }),
      async () => {
        const years = await this.comment.yearsNotEntered(from, days);
        return years.length === 0 ? [] : [{ warning: ProposalErrors.PROPOSAL_HOLIDAYS_NOT_ENTERED({ years: years.join(', ') }), ids: [] }];
      },
    );
  }

  @Mutation(() => ProposalPayload, {
    description: 'Records an objection that was received while the proposal was public (ghi ý kiến phản ánh).',
  })
  @Allow('proposal.draft')
  recordObjection(
    @Args('input', { type: () => RecordObjectionInput }) input: RecordObjectionInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, RecordObjectionInput, input, async () => ({
      proposal: await this.comment.recordObjection(context.signedIn, seen(input), input.receivedOn ?? null, input.words),
    }));
  }

  @Mutation(() => ProposalPayload, { description: 'Answers an objection (trả lời ý kiến phản ánh).' })
  @Allow('proposal.draft')
  answerObjection(
    @Args('input', { type: () => AnswerObjectionInput }) input: AnswerObjectionInput,
    @Context() context: RequestContext,
  ): Promise<ProposalPayload> {
    return mutate(context, AnswerObjectionInput, input, async () => {
      const { answeredOn = null, answer } = input;
      const objectionId = idOf('Objection', input.objectionId, 'objectionId');
      return { proposal: await this.comment.answerObjection(context.signedIn, seen(input), objectionId, answeredOn, answer) };
    });
  }
}

const seen = ({ id, expectedVersion }: { readonly id: string; readonly expectedVersion: number }): SeenProposal => ({
  id: idOf('Proposal', id, 'id'),
  expectedVersion,
});
