import type { TestRegistry } from './test-registry.js';

/** Runs a random command. @returns its payload, or nothing when it is refused. */
export type Command = (name: string, type: string, input: Record<string, unknown>, fields: string) => Promise<any>;

export const commandOf =
  ({ as }: TestRegistry): Command =>
  async (name, type, input, fields) => {
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
    const { data } = await as.everyRole.ask<any>(document, { input });
    return data?.[name].userErrors.length === 0 ? data[name] : undefined;
  };
