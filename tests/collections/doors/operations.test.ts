import type { CollectionConfig } from 'payload';
import { describe, expect, it } from 'vitest';
import {
  auditEvents,
  cursors,
  entryStatus,
  signingKeys,
  slugHistory,
  workerHeartbeats,
} from '../../../collections/bookkeeping.ts';
import { causes } from '../../../collections/causes.ts';
import { courses } from '../../../collections/courses.ts';
import { deliveries, deliveryContents } from '../../../collections/deliveries.ts';
import { requestCounts } from '../../../collections/request-counts.ts';
import { enrolments } from '../../../collections/enrolments.ts';
import { guides } from '../../../collections/guides.ts';
import { redFlags } from '../../../collections/red-flags.ts';
import { releases } from '../../../collections/releases.ts';
import { reviews } from '../../../collections/reviews.ts';
import { subscribers } from '../../../collections/subscribers.ts';
import { suppressions } from '../../../collections/suppressions.ts';
import { treatments } from '../../../collections/treatments.ts';

/** What Payload's hooks are told of everything that writes, and what a later Payload may tell them. */
const WRITING = ['create', 'update', 'delete', 'restoreVersion', 'an-operation-of-tomorrow', undefined];

/** The hooks that run before an operation, one after the other, as Payload runs them. */
function ask(collection: CollectionConfig, operation: string | undefined, args: object = {}): void {
  const req = { context: {}, payload: { db: { defaultIDType: 'number' } } };
  for (const hook of collection.hooks?.beforeOperation ?? []) {
    const told = { operation, args, collection, req } as unknown as Parameters<typeof hook>[0];
    void hook(told);
  }
}

const RECORDS = [releases, reviews, entryStatus, slugHistory, cursors, signingKeys, auditEvents, workerHeartbeats];
const OF_THE_CHANNEL = [requestCounts, subscribers, suppressions, enrolments, deliveries, deliveryContents];

describe('an operation of Payload that nobody thought of', () => {
  it.each(RECORDS.map((record) => [record.slug, record] as const))('does not write %s', (_, record) => {
    for (const operation of WRITING)
      expect(() => ask(record, operation), operation).toThrow('written by the editorial');
    expect(() => ask(record, 'read')).not.toThrow();
  });

  it.each(OF_THE_CHANNEL.map((record) => [record.slug, record] as const))('does not write %s', (_, record) => {
    for (const operation of WRITING) expect(() => ask(record, operation), operation).toThrow('Only the email channel');
    expect(() => ask(record, 'read')).not.toThrow();
  });

  it.each([causes, courses, guides, redFlags, treatments].map((entry) => [entry.slug, entry] as const))(
    'publishes nothing of %s, and saves a draft at most',
    (_, entry) => {
      for (const operation of ['create', 'update', 'restoreVersion', 'an-operation-of-tomorrow', undefined]) {
        const args = { data: {}, draft: false };
        ask(entry, operation, args);
        expect(args.draft, operation).toBe(true);
        expect(() => ask(entry, operation, { data: { _status: 'published' } }), operation).toThrow('releasing');
        expect(() => ask(entry, operation, { data: null }), operation).toThrow('JSON object');
      }
    },
  );
});
