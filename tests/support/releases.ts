/** Release rows for tests of the channels, without a database. */
import { generateKeyPairSync, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { z } from 'zod';
import { readFields } from '../../editorial/records/read-fields.ts';
import type { CauseContent } from '../../model/entries/cause.ts';
import { ENTRIES, type EntryContent } from '../../model/entries/entries.ts';
import type { Fields } from '../../model/entries/field.ts';
import type { GuideContent } from '../../model/entries/guide.ts';
import type { RedFlagContent } from '../../model/entries/red-flag.ts';
import type { TreatmentContent } from '../../model/entries/treatment.ts';
import { SCHEMA, type EntryType } from '../../model/entries/types.ts';
import type { Prose } from '../../model/prose.ts';
import { indexColumns, NO_INDEX_COLUMNS } from '../../model/index-columns.ts';
import {
  canonicalRow,
  hashOfCanonical,
  SIGNED_MEMBERS,
  type Approval,
  type Release,
  type ReleasedRow,
  type WithdrawnRow,
} from '../../model/release-row.ts';
import { revisionHash } from '../../model/revision.ts';
import { aLocation } from './places.ts';
import { anEvidence } from './treatment-rows.ts';
import { createPageCache, type PageCache } from '../../publishers/http/page-cache.ts';
import { kindOf, toColumns } from '../../release-log/columns.ts';
import type { LogSource, ReleaseLog } from '../../release-log/read-rows.ts';
import { signedAs } from '../../release-log/verify-row.ts';
import { toTrustedKey, type TrustedKey } from '../../release-log/trusted-keys.ts';

export const prose = (...paragraphs: string[]): Prose =>
  paragraphs.map((text) => ({ kind: 'paragraph', children: [{ kind: 'text', text }] }));

export const source = {
  slug: 'nice-ng226',
  title: 'Osteoarthritis in over 16s',
  publisher: 'NICE',
  kind: 'guideline' as const,
  year: 2022,
  url: 'https://www.nice.org.uk/guidance/ng226',
  ...{ doi: null, pmid: null, updated: null, accessedOn: '2026-01-15' },
};

export const approval: Approval = {
  clinician: {
    uid: '01890000-0000-7000-8000-00000000c11c',
    name: 'Demo clinician',
    slug: 'demo-clinician',
    credentials: 'MBBS (demonstration)',
    specialty: 'Musculoskeletal medicine',
    registrationBody: 'Demonstration register',
    registrationNumber: 'DEMO-0001',
    demonstration: true,
  },
  revision: '',
  approvedAt: '2026-02-01T09:00:00.000Z',
  scope: 'entry',
};

/** A content of a type with nothing in its fields, so that a new field changes no test that is not about it. */
const nothingIn = <Content>({ type, fields, shape }: { type: EntryType; fields: Fields; shape: z.ZodType<Content> }) =>
  shape.parse({ schema: SCHEMA, type, uid: '', ...readFields(fields, {}, new Map()).values });

const uidOf = (slug: string) => `0189-${slug}`;

export const aRedFlag = (over: Partial<RedFlagContent> = {}): RedFlagContent => ({
  ...nothingIn(ENTRIES['red-flag']),
  uid: uidOf(over.slug ?? 'red-flag-night-pain'),
  slug: 'red-flag-night-pain',
  title: 'Night pain that no position eases',
  reviewDue: '2027-06-01',
  sources: [source],
  synonyms: ['nocturnal pain'],
  icd10: ['R61'],
  explanation: prose('Pain that wakes you and will not settle needs a check.'),
  urgency: 'urgent-days',
  urgencyNote: 'With fever, get help today.',
  action: 'Call your doctor today and say that the pain does not let you sleep.',
  call: { whom: 'doctor-in-days', say: null },
  ...over,
});

export const aTreatment = (over: Partial<TreatmentContent> = {}): TreatmentContent => ({
  ...nothingIn(ENTRIES.treatment),
  uid: uidOf(over.slug ?? 'cold-heat'),
  slug: 'cold-heat',
  title: 'Cold and heat',
  reviewDue: '2027-06-01',
  sources: [source],
  summary: 'Cold or warm packs can comfort a sore hip for a short while.',
  synonyms: ['ice'],
  kind: 'thermal',
  partOf: null,
  sections: [{ kind: 'what-it-is', body: prose('A pack on the skin.'), urgentSigns: [], figures: [] }],
  howTo: ['Wrap the pack in a cloth.', 'Keep it on for 10 to 20 minutes.'],
  dose: null,
  cautions: ['Not on numb skin.'],
  interactions: [],
  evidence: anEvidence(),
  commercial: false,
  commercialDisclosure: null,
  related: [],
  ...over,
});

export const aCause = (over: Partial<CauseContent> = {}): CauseContent => ({
  ...nothingIn(ENTRIES.cause),
  uid: uidOf(over.slug ?? 'hip-osteoarthritis'),
  slug: 'hip-osteoarthritis',
  title: 'Hip osteoarthritis',
  reviewDue: '2027-06-01',
  sources: [source],
  summary: 'The joint surfaces wear and the whole joint reacts. Exercise is the first treatment.',
  synonyms: ['coxarthrosis'],
  icd10: ['M16'],
  partOf: null,
  sections: [{ kind: 'what-it-is', body: prose('A whole-joint disease.'), urgentSigns: [], figures: [] }],
  locations: [aLocation('groin')],
  possibleLocations: [aLocation('buttock')],
  onset: 'gradual',
  worse: ['long standing'],
  better: ['pacing'],
  tests: ['examination'],
  specialists: ['GP'],
  treatments: [aTreatment().uid],
  redFlags: [aRedFlag().uid],
  related: [],
  ...over,
});

export const aGuide = (over: Partial<GuideContent> = {}): GuideContent => ({
  ...nothingIn(ENTRIES.guide),
  uid: uidOf(over.slug ?? 'hip-pain'),
  slug: 'hip-pain',
  title: 'Hip pain',
  reviewDue: '2027-06-01',
  sources: [source],
  summary: 'Most hip pain settles. This guide helps you to find the cause and to know when to get help.',
  bodyArea: 'Hip',
  keywords: ['hip'],
  icd10: ['M25.5'],
  intro: prose('The hip is a ball and a socket.'),
  causes: [aCause().uid],
  redFlags: [aRedFlag().uid],
  treatments: [aTreatment().uid],
  whenToConsult: [{ key: 'worse', sign: 'It is getting worse', explanation: 'See a doctor.', urgentSigns: [] }],
  closing: prose('Keep moving.'),
  figures: [],
  relatedGuides: [],
  ...over,
});

const LOG_ID = '01890000-0000-7000-8000-000000000106';

/** A released row around content; everything else can be overridden. */
export function released(content: EntryContent, over: Partial<ReleasedRow> & { seq: number }): ReleasedRow {
  const revision = revisionHash(content);
  return {
    logId: LOG_ID,
    previous: null,
    kind: 'released',
    type: content.type,
    uid: content.uid,
    slug: content.slug,
    title: content.title,
    version: '1.0',
    revision,
    snapshot: content,
    approvals: [{ ...approval, revision }],
    changeKind: 'new',
    changeNote: 'First release',
    reviewedAt: '2026-02-01T09:00:00.000Z',
    reviewDue: content.reviewDue ?? '2027-06-01',
    firstReleasedAt: '2026-02-01T09:00:00.000Z',
    releasedAt: '2026-02-01T09:00:00.000Z',
    locale: 'en',
    reason: null,
    publicNote: null,
    replacedBy: null,
    ...indexColumns(content),
    signature: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
    live: true,
    ...over,
  };
}

export const withdrawn = (row: ReleasedRow, over: Partial<WithdrawnRow> & { seq: number }): WithdrawnRow => ({
  logId: LOG_ID,
  previous: null,
  kind: 'withdrawn',
  type: row.type,
  uid: row.uid,
  slug: row.slug,
  title: row.title,
  version: row.version,
  revision: row.revision,
  changeKind: 'safety',
  changeNote: 'Withdrawn',
  firstReleasedAt: row.firstReleasedAt,
  releasedAt: '2026-03-01T09:00:00.000Z',
  locale: 'en',
  signature: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
  live: false,
  reason: 'out-of-date',
  publicNote: null,
  replacedBy: null,
  ...NO_INDEX_COLUMNS,
  ...{ references: [], figures: [], approvals: [] },
  ...{ reviewedAt: null, reviewDue: null },
  ...over,
});

/** An empty cache of answers. */
export const noPages = (now: () => Date = () => new Date(), maxBytes = 8 * 1024 * 1024): PageCache =>
  createPageCache({ maxBytes, now });

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const TEST_KEY = toTrustedKey({ ...publicKey.export({ format: 'jwk' }), kid: 'test' });
const encoded = (value: string) => Buffer.from(value).toString('base64url');

/** Signs a row's canonical text with the key of the tests' logs. */
function signatureOf(canonical: string): string {
  const header = encoded(JSON.stringify({ alg: 'EdDSA', kid: 'test', typ: 'imprimatur-release+jws' }));
  const input = `${header}.${encoded(canonical)}`;
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
}

/** What a row said when it was signed: tests build many libraries on the same rows. */
const sealedText = new WeakMap<Release, string>();

/** Links and signs rows in their order, as appending would have. */
function sealed(rows: Release[]): Release[] {
  let previous: string | null = null;
  for (const row of rows) {
    row.previous = previous;
    const canonical = canonicalRow(row);
    if (sealedText.get(row) !== canonical) row.signature = signatureOf(canonical);
    sealedText.set(row, canonical);
    previous = hashOfCanonical(canonical);
  }
  return rows;
}

const columnsIn = (row: Release) => [
  ...SIGNED_MEMBERS.map((member) => (kindOf(member) === 'json' ? canonicalize(row[member]) : row[member])),
  row.summary,
];

/**
 * A log in memory; push to `rows` to append. Its rows are linked and signed when they are first read, unless they
 * come with `keys` of their own; after that a change of one is a change that nobody signed.
 */
export function memoryLog(
  rows: Release[],
  { keys }: { keys?: readonly TrustedKey[] } = {},
): ReleaseLog & LogSource & { rows: Release[] } {
  let sealedUpTo = 0;
  const all = (): Release[] => {
    if (!keys && sealedUpTo !== rows.length) sealed(rows);
    sealedUpTo = rows.length;
    return rows;
  };
  const after = (since: number, limit: number) =>
    all()
      .filter(({ seq }) => seq > since)
      .slice(0, limit);
  const stored = (seq: number) => Promise.resolve(all().find((row) => row.seq === seq) ?? null);
  return {
    rows,
    head: () => Promise.resolve(all().at(-1)?.seq ?? 0),
    after: (since, limit) => Promise.resolve(after(since, limit)),
    signed: (since, limit) =>
      Promise.resolve(
        after(since, limit).flatMap(({ seq, signature }) => {
          const held = signedAs(signature, { seq, keys: keys ?? [TEST_KEY] });
          return held ? [{ ...held, signature }] : [];
        }),
      ),
    bySeq: stored,
    ofEntries: (uids, since, limit) =>
      Promise.resolve(
        after(since, Infinity)
          .filter(({ uid }) => uids.includes(uid))
          .slice(0, limit),
      ),
    end: () => Promise.resolve(all().at(-1) ?? null),
    columnsAfter: (since, limit) => Promise.resolve(after(since, limit).map(columnsIn)),
    signaturesAfter: (since, limit) =>
      Promise.resolve(new Map(after(since, limit).map((row) => [row.seq, row.signature]))),
    stored: async (seq) => {
      const row = await stored(seq);
      return row && toColumns(row, { ...row, snapshot: row.kind === 'released' ? row.snapshot : null });
    },
    keys: () => Promise.resolve(keys ?? [TEST_KEY]),
  };
}
