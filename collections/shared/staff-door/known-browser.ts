import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What every name of such a cookie begins with; `deploy/nginx.conf` looks for it. */
const PREFIX = 'imprimatur-known-';
const DAYS = 180;
const SHAPE = /^(?<until>[0-9a-z]{1,9})\.(?<nonce>[A-Za-z0-9_-]{22})\.(?<mac>[A-Za-z0-9_-]{43})$/;

export interface KnownBrowsers {
  /** `Set-Cookie` for a browser that logged in to this account. */
  cookieFor(account: string, time: { now: Date; nonce: Uint8Array }): string;
  /** What names this browser, when it logged in to this account within the last half year; else null. */
  nameIn(cookies: ReadonlyMap<string, string>, account: string, now: Date): string | null;
}

/**
 * Cookies by which a browser is known to an account that it logged in to (OWASP: "Slow Down Online Guessing Attacks
 * with Device Cookies"). They log nobody in. One for each account: a computer on a ward has many. `nonce` is 16 random
 * bytes.
 */
export function knownBrowsers(secret: string, { https }: { https: boolean }): KnownBrowsers {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'imprimatur/known-browser', 32));
  const mac = (...said: string[]) => createHmac('sha256', key).update(said.join('\0')).digest();
  const nameOf = (account: string) => `${PREFIX}${mac('name', account).toString('hex').slice(0, 12)}`;
  return {
    cookieFor(account, { now, nonce }) {
      const until = Math.floor(now.getTime() / 1000) + DAYS * 24 * 60 * 60;
      const said = `${until.toString(36)}.${Buffer.from(nonce).toString('base64url')}`;
      const value = `${said}.${mac(account, said).toString('base64url')}`;
      // The path of the API alone: no page is asked for with it.
      const parts = [`${nameOf(account)}=${value}`, 'Path=/api', `Max-Age=${DAYS * 24 * 60 * 60}`, 'HttpOnly'];
      return [...parts, ...(https ? ['Secure'] : []), 'SameSite=Strict'].join('; ');
    },
    nameIn(cookies, account, now) {
      const { until = '', nonce = '', mac: given = '' } = SHAPE.exec(cookies.get(nameOf(account)) ?? '')?.groups ?? {};
      const proof = mac(account, `${until}.${nonce}`);
      const said = Buffer.from(given, 'base64url');
      const isOurs = said.length === proof.length && timingSafeEqual(said, proof);
      return isOurs && Number.parseInt(until, 36) * 1000 > now.getTime() ? nonce : null;
    },
  };
}
