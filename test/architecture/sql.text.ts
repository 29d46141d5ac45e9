import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Every template literal of a source file: all SQL is written in them. Blanks are one each; what is put in stands as `…`. */
export function templatesIn(file: string, source = readFileSync(file, 'utf8')): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) found.push(node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found.map(text => text.replaceAll(/\s+/g, ' '));
}

const STATEMENT = /\b(?:select\b|insert into\b|delete from\b|update [\w.]+(?: \w+)? set\b|lock table\b|set constraints\b)/;

/** Whether the text is SQL, or a piece of it that names rows. */
export const isSql = (text: string): boolean => STATEMENT.test(text);

/** The names that stand where SQL has tables. */
export function tablesIn(text: string): string[] {
  const named = text.matchAll(/(?:\b(?:from|join|into|update|table)|null::)\s*(?:only )?(?:public\.)?([a-z_]+)(?: \w+)?(?:, ([a-z_]+))?/g);
  return [...named].flatMap(([, first, second]) => [first!, ...(second ? [second] : [])]);
}
