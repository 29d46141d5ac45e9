import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** As every authenticator app has it: SHA-1, six digits, thirty seconds (RFC 6238). */
const USUAL = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** How many steps a clock may be off, either way. */
const WINDOW = 1;
const ISSUER = 'Dân vận khéo';

export const newTotpSecret = (): Uint8Array => new Secret({ size: 20 }).bytes;

const totpOf = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({ ...USUAL, issuer: ISSUER, label, secret: Secret.fromHex(Buffer.from(secret).toString('hex')) });

/** What the person types into the app, and the address a QR code holds. */
export function toShow(secret: Uint8Array, name: string): { secret: string; uri: string } {
  const totp = totpOf(secret, name);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step that the code is of; `undefined` when it is of none near `now`. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ period: USUAL.period, timestamp }) + delta;
}

/** Without letters that look alike; 80 bits, so that their hash alone does not give them away. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz234567890';
const MANY = 10;

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: MANY }, () =>
    [...randomBytes(16)]
      .map(byte => LETTERS[byte & 31])
      .join('')
      .replaceAll(/.{4}(?=.)/g, '$&-'),
  );

/** As typed: capitals and blanks do not count. */
export const recoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
