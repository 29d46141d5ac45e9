import { Kind, parse, print, visit, type ASTNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { GeneratedDocument } from './document.generator.js';
import { isAllowed } from './document.generator.js';

const PATIENCE_MS = 15_000;

/** A smaller request that still shows what this one shows: selections, arguments and directives are taken away while it does. */
export async function shrunk(
  schema: GraphQLSchema,
  asked: GeneratedDocument,
  shows: (smaller: GeneratedDocument) => Promise<boolean>,
): Promise<GeneratedDocument> {
  let smallest = asked;
  const until = performance.now() + PATIENCE_MS;
  for (let progress = true; progress;) {
    progress = false;
    for (const query of smaller(smallest.query)) {
      if (!isAllowed(schema, query)) continue;
      if (performance.now() > until) return smallest;
      const candidate = { ...smallest, query };
      if (!(await shows(candidate))) continue;
      smallest = candidate;
      progress = true;
      break;
    }
  }
  return smallest;
}

/** The document without one of its parts, each in turn; largest parts first, for they stand first. */
function* smaller(query: string): Generator<string> {
  const document = parse(query, { noLocation: true });
  const parts: ASTNode[] = [];
  visit(document, {
    enter: node => {
      if (REMOVABLE.has(node.kind)) parts.push(node);
    },
  });
  for (const part of parts) {
    const without = visit(document, { enter: node => (node === part ? null : undefined) }) as DocumentNode;
    yield print(tidy(without));
  }
}

const REMOVABLE = new Set<string>([
  Kind.OPERATION_DEFINITION,
  Kind.FIELD,
  Kind.FRAGMENT_SPREAD,
  Kind.INLINE_FRAGMENT,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
]);

/** Without what nothing refers to any more: fragments, variables, empty selections. */
function tidy(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: node => void used.add(`...${node.name.value}`),
    Variable: { enter: (node, _key, parent) => void ((parent as ASTNode).kind !== Kind.VARIABLE_DEFINITION && used.add(node.name.value)) },
  });
  const tidied = visit(document, {
    FragmentDefinition: node => (used.has(`...${node.name.value}`) ? undefined : null),
    VariableDefinition: node => (used.has(node.variable.name.value) ? undefined : null),
    Field: { leave: node => (node.selectionSet?.selections.length === 0 ? null : undefined) },
    InlineFragment: { leave: node => (node.selectionSet.selections.length === 0 ? null : undefined) },
  }) as DocumentNode;
  return print(tidied) === print(document) ? document : tidy(tidied);
}
