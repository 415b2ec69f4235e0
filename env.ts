/**
 * The only reader of the process environment. All problems are reported at once; unsafe defaults are
 * refused in production unless DEMO=1 (docs/runbook.md).
 */
import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { EMERGENCY_COUNTRIES } from './model/emergency-numbers.ts';

const DEMO_SECRET = 'imprimatur-demonstration-secret-not-for-production';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DEMO: flag,
  DATA_DIR: z.string().min(1).default('./.data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/, 'must be file:<path> or mongodb://…')
    .optional(),
  PAYLOAD_SECRET: z.string().optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  ALLOW_HTTP: flag,
  MAIL_URL: z
    .string()
    .regex(/^(file:|smtps?:\/\/.+)/, 'must be file: or smtp(s)://…')
    .default('file:'),
  MAIL_FROM: z.string().min(3).optional(),
  POSTAL_ADDRESS: z.string().min(5).optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY: z.string().optional(),
  BOUNCE_ADDRESS: z.email().optional(),
  EMERGENCY_COUNTRY: z
    .enum(EMERGENCY_COUNTRIES, `must be one of ${EMERGENCY_COUNTRIES.join(', ')}; without it all numbers are shown`)
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'must be mailto: with an address, or https://…')
    .optional(),
  SIGNING_KEY: z.string().optional(),
  WORKER: z.enum(['inline', 'off']).optional(),
  WEBSUB_HUB: z.url({ protocol: /^https?$/ }).optional(),
  METRICS_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DISK_RESERVE_MB: z.coerce.number().int().min(0).max(10_000).default(32),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PAYLOAD_DROP_DATABASE: z.string().optional(),
});

const isSet = (value: string | undefined): boolean => value === '1' || value === 'true';

const PLAIN_HTTP =
  'must begin with https://. ALLOW_HTTP=1 allows it all the same: then passwords, sessions and personal links can be ' +
  'read on their way, and mail programs refuse the one-click unsubscribe (RFC 8058)';

/** What one variable alone cannot say. Runs on the raw text, so that it is heard beside the schema's complaints. */
function problemsOf(raw: Record<string, string | undefined>): string[] {
  const problems: string[] = [];
  const refuse = (name: string, message: string) => problems.push(`${name}: ${message}`);
  const demo = isSet(raw.DEMO);
  const site = urlIn(raw.SITE_URL);
  if (site && `${site.origin}/` !== site.href) refuse('SITE_URL', 'is scheme and host alone: pages stand at its root');
  if (raw.PAYLOAD_DROP_DATABASE === 'true') refuse('PAYLOAD_DROP_DATABASE', 'would erase the release log; unset it');
  if (raw.NODE_ENV === 'production' && !demo) {
    if (!raw.PAYLOAD_SECRET) refuse('PAYLOAD_SECRET', 'is required in production');
    if (raw.PAYLOAD_SECRET === DEMO_SECRET) refuse('PAYLOAD_SECRET', 'is the demonstration secret');
    if (!raw.SITE_URL) refuse('SITE_URL', 'is required in production: links in mail and feed start with it');
    if (site?.protocol === 'http:' && !isSet(raw.ALLOW_HTTP)) refuse('SITE_URL', PLAIN_HTTP);
    if (!raw.MAIL_FROM) refuse('MAIL_FROM', 'is required in production');
    if (!raw.POSTAL_ADDRESS) refuse('POSTAL_ADDRESS', 'is required in production: mail to subscribers must carry it');
  }
  if (raw.PAYLOAD_SECRET !== undefined && raw.PAYLOAD_SECRET.length < 32) {
    refuse('PAYLOAD_SECRET', 'must have at least 32 characters');
  }
  if (raw.SIGNING_KEY !== undefined && !isSigningKey(raw.SIGNING_KEY)) {
    refuse('SIGNING_KEY', 'must be a private Ed25519 key, as PKCS #8 PEM or as JWK');
  }
  const dkim = [raw.DKIM_DOMAIN, raw.DKIM_SELECTOR, raw.DKIM_PRIVATE_KEY].filter(Boolean).length;
  if (dkim !== 0 && dkim !== 3) refuse('DKIM_DOMAIN', 'DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY go together');
  if (raw.DKIM_PRIVATE_KEY && !isDkimKey(raw.DKIM_PRIVATE_KEY)) {
    refuse(
      'DKIM_PRIVATE_KEY',
      'must be a private RSA key of 1024 bits or more, as PEM; its line ends may be written as \\n',
    );
  }
  for (const name of ['MAIL_FROM', 'POSTAL_ADDRESS']) {
    if (/[\r\n\0]/.test(raw[name] ?? '')) refuse(name, 'must be one line');
  }
  return problems;
}

/** As a browser reads it; null for what is no address. */
const urlIn = (text = ''): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** Environment files carry the lines of a key in one, with `\n` written out. */
const inLines = (pem: string): string => pem.replaceAll('\\n', '\n');

function isDkimKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(inLines(pem));
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
}

function isSigningKey(text: string): boolean {
  try {
    const key = text.trim().startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' })
      : createPrivateKey(inLines(text));
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

export interface Env {
  nodeEnv: 'development' | 'production' | 'test';
  demo: boolean;
  dataDir: string;
  databaseUrl: string;
  payloadSecret: string;
  port: number;
  host: string;
  /** an origin as browsers write it: in small letters, without a trailing slash */
  siteUrl: string;
  mailUrl: string;
  mailFrom: string;
  postalAddress: string;
  dkim: { domainName: string; keySelector: string; privateKey: string } | null;
  bounceAddress: string | null;
  /** ISO code of the country whose emergency number stands first; null: none does */
  emergencyCountry: string | null;
  /** whom to tell of a weakness (RFC 9116): `mailto:…` or `https://…`; null: nobody is named */
  securityContact: string | null;
  signingKey: string | null;
  worker: 'inline' | 'off';
  /** proxies before the server whose word on the client's address is taken */
  trustedProxies: number;
  websubHub: string | null;
  /** whoever has it may read `/metrics` from anywhere; null: only who is near */
  metricsToken: string | null;
  /** bytes of the disk of an SQLite file that are kept for withdrawals */
  diskReserveBytes: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Thrown with every problem of the environment in its message, one per line. */
export class EnvError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvError';
    this.problems = problems;
  }
}

/** Parses an environment. Throws EnvError with all problems at once. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(filled);
  const invalid = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const problems = [...invalid, ...problemsOf(filled)];
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  const raw = parsed.data;
  const dataDir = path.resolve(raw.DATA_DIR);
  const databaseUrl = raw.DATABASE_URL ?? `file:${path.join(dataDir, 'imprimatur.db')}`;
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_PRIVATE_KEY: privateKey } = raw;
  return {
    nodeEnv: raw.NODE_ENV,
    demo: raw.DEMO,
    dataDir,
    databaseUrl,
    payloadSecret: raw.PAYLOAD_SECRET ?? DEMO_SECRET,
    port: raw.PORT,
    host: raw.HOST,
    siteUrl: new URL(raw.SITE_URL ?? `http://localhost:${raw.PORT}`).origin,
    mailUrl: raw.MAIL_URL,
    mailFrom: raw.MAIL_FROM ?? 'Imprimatur <courses@localhost.localdomain>',
    postalAddress: raw.POSTAL_ADDRESS ?? 'Imprimatur demonstration, no postal address',
    dkim: domainName && keySelector && privateKey ? { domainName, keySelector, privateKey: inLines(privateKey) } : null,
    bounceAddress: raw.BOUNCE_ADDRESS ?? null,
    emergencyCountry: raw.EMERGENCY_COUNTRY ?? null,
    securityContact: raw.SECURITY_CONTACT ?? null,
    signingKey: raw.SIGNING_KEY ?? null,
    worker: raw.WORKER ?? (raw.DEMO || databaseUrl.startsWith('file:') ? 'inline' : 'off'),
    trustedProxies: raw.TRUSTED_PROXIES,
    websubHub: raw.WEBSUB_HUB ?? null,
    metricsToken: raw.METRICS_TOKEN ?? null,
    diskReserveBytes: raw.DISK_RESERVE_MB * 1024 * 1024,
    logLevel: raw.LOG_LEVEL,
  };
}

let parsed: Env | undefined;

/** The environment of this process, parsed once. Throws EnvError. */
export const env = (): Env => (parsed ??= parseEnv(process.env));

/** The environment of this process with some variables set, for child processes that scripts start. */
export const childEnvironment = (extra: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...extra,
});

/** True in a process that npm started, and in those that it started. */
export const startedByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

/** Makes this process a production process, unless it was told otherwise; before anything reads NODE_ENV. */
export function setProductionMode(): void {
  const { NODE_ENV } = process.env;
  if (NODE_ENV !== 'production') Object.assign(process.env, { NODE_ENV: 'production' });
}

/**
 * For a script that draws pages in its own process, before it loads React: unless told, React draws for developers, at
 * several times the cost.
 */
export function drawAsInProduction(): void {
  Object.assign(process.env, { NODE_ENV: 'production' });
}
