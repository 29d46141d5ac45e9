import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app supports: SHA-1, six digits, thirty seconds (RFC 6238). */
const TOTP_PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** The number of steps by which a clock may be wrong, in either direction. */
const WINDOW_STEPS = 1;
const ISSUER = 'Dân vận khéo';

export const newTotpSecret = (): Uint8Array => new Secret({ size: 20 }).bytes;

const totpOf = (secret: Uint8Array, label = ''): TOTP =>
  new TOTP({ ...TOTP_PARAMETERS, issuer: ISSUER, label, secret: Secret.fromHex(Buffer.from(secret).toString('hex')) });

/** The secret for typing into the app, and the address for its QR code. */
export function enrolmentOf(secret: Uint8Array, name: string): { secret: string; uri: string } {
  const totp = totpOf(secret, name);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** The time step of the code; `undefined` if it is not a code of a step near `now`. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW_STEPS });
  return delta === null ? undefined : TOTP.counter({ period: TOTP_PARAMETERS.period, timestamp }) + delta;
}

/** Without letters that look alike. A code has 80 bits, so that it cannot be found from its hash. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz234567890';
const CODE_COUNT = 10;

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: CODE_COUNT }, () =>
    [...randomBytes(16)]
      .map(byte => LETTERS[byte & 31])
      .join('')
      .replaceAll(/.{4}(?=.)/g, '$&-'),
  );

/** Normalises a typed code: case, blanks and hyphens are ignored. */
export const recoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
