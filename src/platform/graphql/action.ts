import { Field, ObjectType } from '@nestjs/graphql';
import type { Action } from '../../shared/lifecycle.js';
import { errorOf } from '../errors/catalogue.js';
import type { RequestContext } from './context.js';
import { apiTerms } from './api.terms.js';
import { describe } from '../../shared/terms.js';

@ObjectType({ description: describe(apiTerms.ActionBlock) })
export class ActionBlock {
  @Field(() => String, { description: 'Code of the error that the action would return (mã lỗi).' })
  code: string;

  @Field(() => String, { description: 'The reason as a sentence, in the language of the request (nội dung).' })
  message: string;
}

@ObjectType('Action', { description: describe(apiTerms.Action) })
export class ActionView {
  @Field(() => String, { description: 'Name of the action (tên thao tác).' })
  name: string;

  @Field(() => String, { description: 'Label of the action for a button, in the language of the answer (nhãn).' })
  label: string;

  @Field(() => Boolean, { description: 'Whether it is possible now (được phép).' })
  allowed: boolean;

  @Field(() => [ActionBlock], { description: 'The reasons that prevent it (lý do chưa thực hiện được). Empty: it is possible.' })
  blockedBy: ActionBlock[];
}

/** A lifecycle's actions with the reasons as sentences. */
export const toActionViews = (actions: readonly Action[], { language }: RequestContext): ActionView[] =>
  actions.map(action => ({
    ...action,
    label: action.label[language],
    blockedBy: action.blockedBy.map(({ code, params }) => ({ code, message: errorOf(code, params).text[language] })),
  }));
