import { applyDecorators } from '@nestjs/common';
import { Field } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { IsKey } from './input-rules.js';

/** The input field `idempotencyKey` of a command that must not run twice. @param max its maximum length; the column holds 200 characters. */
export const IdempotencyKey = (max = 200): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { nullable: true }),
    IsOptional(),
    IsKey(max),
  );
