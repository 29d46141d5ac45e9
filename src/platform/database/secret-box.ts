import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts secrets that must be read again, so that a copy of their table alone is useless. The key is created by a migration and kept in the table
 * `secret`; it does not protect against a person who has the whole database.
 */
@Injectable()
export class SecretBox {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly db: Database) {}

  /** @param owner the id of the row's owner: a secret sealed for one cannot be opened for another. */
  async seal(key: string, owner: string, secret: Uint8Array): Promise<Buffer> {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, await this.keyNamed(key), nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was not sealed with this key for this owner. */
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
