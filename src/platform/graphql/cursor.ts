import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { PlatformErrors } from '../errors/platform.errors.js';

export type CursorKey = readonly [order: string, value: string | null, id: string];

/** A cursor holds the sort key and the id of a row. Cursors are signed: a forged one is refused, and so is one of another order. */
@Injectable()
export class Cursors implements OnModuleInit {
  private secret = '';

  constructor(private readonly db: Database) {}

  /** Reads the secret, which a migration has created: it is the same for every process of the registry. */
  async onModuleInit(): Promise<void> {
    const [row] = await this.db.rows<{ value: string }>(`select value from secret where name = 'cursor'`);
    this.secret = row!.value;
  }

  /** @returns the key in base64url with its signature: clients cannot make one up. */
  write(key: CursorKey): string {
    const body = Buffer.from(JSON.stringify(key)).toString('base64url');
    return `${body}.${this.sign(body)}`;
  }

  /** @throws CURSOR_INVALID when it is not ours or not of `order`. */
  read(cursor: string, order: string): CursorKey {
    const [body = '', signature = '', ...rest] = cursor.split('.');
    const expected = Buffer.from(this.sign(body));
    const given = Buffer.from(signature);
    if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
      throw PlatformErrors.CURSOR_INVALID().at('after');
    const key = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as CursorKey;
    if (key[0] !== order) throw PlatformErrors.CURSOR_INVALID().at('after');
    return key;
  }

  private sign(body: string): string {
    return createHmac('sha256', this.secret).update(body).digest('base64url').slice(0, 22);
  }
}
