import { Field, ObjectType } from '@nestjs/graphql';
import type { Action } from '../../shared/lifecycle.js';
import { errorOf } from '../errors/catalogue.js';
import type { RequestContext } from './context.js';

@ObjectType({ description: 'Why an action is not possible now (lý do).' })
export class ActionBlock {
  @Field(() => String)
  code: string;

  @Field(() => String)
  message: string;
}

@ObjectType('Action', { description: 'A transition of a lifecycle (thao tác): whether it is possible now, and why not.' })
export class ActionView {
  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'For a button, in the language of the answer (`Accept-Language`).' })
  label: string;

  @Field(() => Boolean)
  allowed: boolean;

  @Field(() => [ActionBlock])
  blockedBy: ActionBlock[];
}

/** A lifecycle's actions with the reasons as sentences. */
export const toActionViews = (actions: readonly Action[], { language }: RequestContext): ActionView[] =>
  actions.map(action => ({
    ...action,
    label: action.label[language],
    blockedBy: action.blockedBy.map(({ code, params }) => ({ code, message: errorOf(code, params).text[language] })),
  }));
