import { v7 } from 'uuid';

/** A row's id: UUIDv7, made by the application, sorted by time of making. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const newId = (): Id => v7();
export const isUuid = (text: string): boolean => UUID.test(text);

/** The opaque id that the API shows: the type's name and the row's id. Clients must not look inside. */
export function toGlobalId(type: string, id: Id): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Reads an opaque id back; `undefined` when it is none of ours. */
export function fromGlobalId(text: string): { type: string; id: Id } | undefined {
  const decoded = Buffer.from(text, 'base64url').toString('utf8');
  const match = /^([A-Za-z]+):(.+)$/.exec(decoded);
  if (!match || !isUuid(match[2]!) || toGlobalId(match[1]!, match[2]!) !== text) return undefined;
  return { type: match[1]!, id: match[2]! };
}
