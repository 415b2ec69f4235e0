import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a link in a mail may do. A token made for one purpose is worth nothing for another. */
export type TokenPurpose = 'confirm' | 'unsubscribe' | 'preferences' | 'lesson';

export interface TokenCodec {
  /** An opaque, URL-safe token of 43 characters for the row with this uid. */
  make(purpose: TokenPurpose, uid: string): string;
  /** The uid, or null for anything that this system did not make for this purpose. */
  read(purpose: TokenPurpose, token: string): string | null;
}

const UID_BYTES = 16;
/** 128 bits: RFC 2104 §5 allows half of the hash's length, and no less than 80 bits. */
const MAC_BYTES = 16;
/** of a token, in characters of base64url */
export const TOKEN_LENGTH = Math.ceil(((UID_BYTES + MAC_BYTES) * 4) / 3);
const SHAPE = new RegExp(`^[A-Za-z0-9_-]{${TOKEN_LENGTH}}$`);

/** Tokens that name a row and prove it: uid and a truncated HMAC-SHA256, with one HKDF key per purpose (RFC 5869). */
export function createTokenCodec(secret: string): TokenCodec {
  const keys = new Map<string, Buffer>();
  const keyOf = (purpose: TokenPurpose): Buffer => {
    const known = keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, '', `imprimatur/email/${purpose}`, 32));
    keys.set(purpose, key);
    return key;
  };
  const macOf = (purpose: TokenPurpose, uid: Uint8Array): Buffer =>
    createHmac('sha256', keyOf(purpose)).update(uid).digest().subarray(0, MAC_BYTES);

  return {
    make(purpose, uid) {
      const bytes = parse(uid);
      return Buffer.concat([bytes, macOf(purpose, bytes)]).toString('base64url');
    },
    read(purpose, token) {
      if (!SHAPE.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      // Two spellings of one token would differ in the unused bits of the last character.
      if (bytes.toString('base64url') !== token) return null;
      const uid = bytes.subarray(0, UID_BYTES);
      if (!timingSafeEqual(bytes.subarray(UID_BYTES), macOf(purpose, uid))) return null;
      return uidOrNull(uid);
    },
  };
}

function uidOrNull(bytes: Uint8Array): string | null {
  try {
    return stringify(bytes);
  } catch {
    return null;
  }
}
