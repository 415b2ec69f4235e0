import type { CollectionConfig, Endpoint, Field } from 'payload';
import { TYPE_OF, type EntryCollection } from '../../model/entries/types.ts';
import { authors, staff } from './access.ts';
import { assignEndpoints } from './assign-endpoints.ts';
import { audited } from './audit.ts';
import { addStates, keepMain, keepUid, moveToTrash, putBackMain, refresh, refusePublishing } from './entry-hooks.ts';
import { previewEndpoints } from './preview-endpoint.ts';
import { commentEndpoints } from './comment-endpoints.ts';
import { effectEndpoint } from './effect-endpoint.ts';
import { expertEndpoints } from './expert-endpoints.ts';
import { keepOrigin } from './text-origin.ts';
import { timelineEndpoints } from './timeline-endpoints.ts';
import { verbEndpoints } from './verb-endpoints.ts';
import { nameAndAddress } from './new-entry/name-and-address.ts';

interface EntryCollectionOptions {
  slug: EntryCollection;
  labels: { singular: string; plural: string };
  description: string;
  titleField: string;
  defaultColumns: string[];
  fields: Field[];
  /** of the sections that its page can have: a document is imported into them */
  sectionKinds?: readonly string[];
  /** beside those that every entry has */
  endpoints?: Endpoint[];
}

const IMPORT_DOCUMENT = '/admin/import/import-document.tsx#ImportDocument';

/** What guides, causes, treatments, red flags and courses have in common: drafts, history, verbs, doors shut. */
export function entryCollection({
  slug,
  labels,
  description,
  titleField,
  defaultColumns,
  fields,
  sectionKinds = [],
  endpoints = [],
}: EntryCollectionOptions): CollectionConfig {
  const audit = audited(slug);
  return {
    slug,
    labels,
    admin: {
      group: 'Library',
      useAsTitle: titleField,
      defaultColumns,
      listSearchableFields: [titleField, 'slug'],
      description,
      hideAPIURL: true,
      components: {
        beforeListTable: [
          ...(sectionKinds.length > 0
            ? [{ path: IMPORT_DOCUMENT, clientProps: { collectionSlug: slug, kinds: sectionKinds } }]
            : []),
          { path: '/admin/bulk/bulk-bar.tsx#BulkBar', clientProps: { collectionSlug: slug } },
        ],
        edit: {
          Status: '/admin/workflow/entry-state.tsx#EntryState',
          PublishButton: '/admin/no-button.tsx#NoButton',
          UnpublishButton: '/admin/no-button.tsx#NoButton',
        },
        // Payload's tab of versions tells states that mean nothing here (ADR 0088).
        views: {
          edit: {
            versions: { tab: { condition: () => false } },
            timeline: { tab: { Component: '/admin/timeline/timeline-tab.tsx#TimelineTab', order: 300 } },
          },
        },
      },
    },
    access: { read: staff, readVersions: staff, create: authors, update: authors, delete: authors },
    versions: { drafts: { autosave: false, schedulePublish: false, validate: false }, maxPerDoc: 0 },
    endpoints: [
      ...verbEndpoints(slug),
      effectEndpoint(slug),
      ...previewEndpoints(slug),
      ...timelineEndpoints(slug),
      ...commentEndpoints(slug),
      ...assignEndpoints(slug),
      ...endpoints,
      ...expertEndpoints(slug),
    ],
    hooks: {
      beforeOperation: [keepOrigin, refusePublishing],
      beforeValidate: [nameAndAddress(TYPE_OF[slug], titleOf(titleField, fields))],
      beforeChange: [keepUid, keepMain(slug)],
      afterChange: [putBackMain(slug), refresh(slug), audit.afterChange],
      afterRead: [addStates],
      beforeDelete: [moveToTrash(slug)],
      afterDelete: [audit.afterDelete],
    },
    // Its drawer would offer to publish; and no two entries need the same medical edit.
    disableBulkEdit: true,
    enableQueryPresets: true,
    fields: [workflowBar, ...fields],
  };
}

/** Before the first field: whoever opens an entry sees where it stands. */
const workflowBar: Field = {
  name: 'workflow',
  type: 'ui',
  admin: {
    components: { Field: '/admin/workflow-bar.tsx#WorkflowBar' },
    disableBulkEdit: true,
    disableListColumn: true,
  },
};

const titleOf = (name: string, fields: readonly Field[]): { name: string; label: string } => {
  const field = fields.find((each) => 'name' in each && each.name === name);
  return { name, label: field && 'label' in field && typeof field.label === 'string' ? field.label : name };
};
