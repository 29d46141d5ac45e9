import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, Kind, coerceInputValue, isRequiredArgument, parse, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Actor } from '../../platform/access/actor.js';
import { NO_SIGHT } from '../../platform/access/sight.js';
import { causeOf } from '../../platform/graphql/error-format.js';
import { Gate } from '../../platform/graphql/gate.plugin.js';
import { bothOf } from '../../platform/graphql/graphql-sentences.js';
import type { Bilingual } from '../../shared/language.js';
import { SavedViewErrors } from './saved-view.errors.js';
import { SAVED_FIELDS, type SavedViewList } from './saved-view.graphql.js';

export type SavedArguments = Readonly<Record<string, unknown>>;

/** A part of the arguments that the contract does not accept. */
export interface ArgumentProblem {
  readonly path: readonly string[];
  readonly why: Bilingual;
}

/** Pages belong to who reads, not to the question. */
const PAGING: ReadonlySet<string> = new Set(['first', 'after']);

/** Thousands of small values fit into the arguments, and each problem costs a sentence. */
const MOST_PROBLEMS = 20;

/** Ends the search for problems. */
class FoundEnough extends Error {}

/** Compares the arguments of a saved view with the contract as it is now. */
@Injectable()
export class SavedQuestions {
  constructor(
    private readonly modules: ModuleRef,
    private readonly gate: Gate,
  ) {}

  /** What the contract does not accept of the arguments, at most so much of it; nothing of them is left out in silence. */
  problemsOf(lists: SavedViewList, given: SavedArguments, most = MOST_PROBLEMS): ArgumentProblem[] {
    const problems: ArgumentProblem[] = [];
    try {
      this.findProblems(lists, given, (path, message) => {
        problems.push({ path: path.map(String), why: bothOf(message) });
        if (problems.length >= most) throw new FoundEnough();
      });
    } catch (error) {
      if (!(error instanceof FoundEnough)) throw error;
    }
    return problems;
  }

  private findProblems(
    lists: SavedViewList,
    given: SavedArguments,
    add: (path: readonly (string | number)[], message: string) => void,
  ): void {
    const field = this.fieldOf(lists);
    const known = field.args.filter(({ name }) => !PAGING.has(name));
    for (const name of Object.keys(given))
      if (!known.some(one => one.name === name)) add([name], `Unknown argument "${name}" on field "Query.${field.name}".`);
    for (const argument of known) {
      const { name, type } = argument;
      if (given[name] !== undefined) coerceInputValue(given[name], type, (path, _value, { message }) => add([name, ...path], message));
      else if (isRequiredArgument(argument)) add([name], `Argument "${name}" of required type "${String(type)}" was not provided.`);
    }
  }

  /** @throws SAVED_VIEW_ARGUMENTS_INVALID for the first part that the contract does not accept; what the gate refuses to the actor who asks this. */
  check(lists: SavedViewList, given: SavedArguments, actor: Actor): void {
    const [problem] = this.problemsOf(lists, given, 1);
    if (problem) throw invalid(problem.path, problem.why);
    const field = this.fieldOf(lists);
    const named = field.args.filter(({ name }) => given[name] !== undefined);
    const declared = inBrackets(named.map(({ name, type }) => `$${name}: ${String(type)}`).join(', '));
    const passed = inBrackets(named.map(({ name }) => `${name}: $${name}`).join(', '));
    const document = parse(`query ${declared} { ${field.name}${passed} { __typename } }`, { noLocation: true });
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No operation asks for ${field.name}.`);
    const caller = { actor, sessionId: undefined, refused: undefined, sessionEnded: undefined, restricted: undefined };
    const contextValue = { actor, caller, sight: NO_SIGHT, variables: {}, cost: 0 };
    try {
      this.gate.check({ schema: this.schema, document, operation, request: { variables: { ...given } }, contextValue });
    } catch (error) {
      const cause = causeOf(error);
      throw cause instanceof GraphQLError ? invalid([field.name], bothOf(cause.message)).because(error) : cause;
    }
  }

  private get schema(): GraphQLSchema {
    // The schema is built after the modules.
    return this.modules.get(GraphQLSchemaHost, { strict: false }).schema;
  }

  private fieldOf(lists: SavedViewList): GraphQLField<unknown, unknown> {
    return this.schema.getQueryType()!.getFields()[SAVED_FIELDS[lists]]!;
  }
}

const inBrackets = (text: string): string => (text === '' ? '' : `(${text})`);

const invalid = (path: readonly string[], why: Bilingual) =>
  SavedViewErrors.SAVED_VIEW_ARGUMENTS_INVALID({ path: path.join('.'), why: { value: why.en, ...why } }).at('arguments');
