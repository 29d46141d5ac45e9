import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getArgumentValues,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLDirective,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';

const CONDITIONS: Readonly<Record<string, GraphQLDirective>> = { skip: GraphQLSkipDirective, include: GraphQLIncludeDirective };

/** The conditions `@skip` and `@include` that take a variable of the operation. */
export function conditionsOf(document: DocumentNode, { variableDefinitions = [] }: OperationDefinitionNode): DirectiveNode[] {
  const declared = new Set(variableDefinitions.map(({ variable }) => variable.name.value));
  const found: DirectiveNode[] = [];
  visit(document, {
    Directive: node => {
      const given = node.arguments?.find(({ name }) => name.value === 'if')?.value;
      if (CONDITIONS[node.name.value] && given?.kind === Kind.VARIABLE && declared.has(given.name.value)) found.push(node);
    },
  });
  return found;
}

/** Errors where a variable that may be null is null for a condition, which validation cannot see. */
export const errorsInConditions = (conditions: readonly DirectiveNode[], variables: Readonly<Record<string, unknown>>): GraphQLError[] =>
  conditions.flatMap(node => {
    try {
      getArgumentValues(CONDITIONS[node.name.value]!, node, variables);
      return [];
    } catch (error) {
      return error as GraphQLError;
    }
  });
