import { createHmac } from 'node:crypto';
import type { Ask } from './floor.answers.js';

let secret = '';

/** The registry signs its cursors: a server that gives the same answers has to sign them, too. */
export async function readSecret(ask: Ask): Promise<void> {
  const [row] = await ask('secret', `select value from secret where name = 'cursor'`, []);
  secret = row![0] as string;
}

const sign = (body: string): string => createHmac('sha256', secret).update(body).digest('base64url').slice(0, 22);

export function writeCursor(order: string, key: string, id: string): string {
  const body = Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
  return `${body}.${sign(body)}`;
}

export function readCursor(cursor: string): [key: string, id: string] {
  const [body, signature] = cursor.split('.') as [string, string];
  if (sign(body) !== signature) throw new Error('Not a cursor of ours.');
  const [, key, id] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string, string, string];
  return [key, id];
}
