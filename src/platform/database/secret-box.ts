import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps secrets that must be read again, so that a copy of their table alone is worth nothing. The key is the registry's own, made by a
 * migration; it guards against a glance at one table, not against whoever has the whole database.
 */
@Injectable()
export class SecretBox {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly db: Database) {}

  /** @param owner whose it is: what is sealed for one is of no use to another. */
  async seal(key: string, owner: string, secret: Uint8Array): Promise<Buffer> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, await this.keyNamed(key), nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws when it was not sealed with this key for this owner. */
  async open(key: string, owner: string, sealed: Buffer): Promise<Buffer> {
    const decipher = createDecipheriv(CIPHER, await this.keyNamed(key), sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  }

  private async keyNamed(name: string): Promise<Buffer> {
    let key = this.keys.get(name);
    if (!key) {
      const [row] = await this.db.rows<{ value: string }>(`select value from secret where name = $1`, [name]);
      key = Buffer.from(row!.value, 'hex');
      this.keys.set(name, key);
    }
    return key;
  }
}
