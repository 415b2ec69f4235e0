import path from 'node:path';
import type { CollectionConfig } from 'payload';
import { figure } from '../model/entries/shared.ts';
import { nobodyField } from './shared/access.ts';
import { makeFigureFiles } from './media-renditions.ts';
import { errorsField, impactField, sameFigureField, sharedDoors, writersField } from './shared/shared-document.ts';
import { fileKey, keepFileHash, sameEndpoint, tellSame } from './shared/same-document.ts';
import { shortName } from './shared/short-name.ts';
import { nameByContent } from './shared/uploaded-image.ts';

const { access, endpoints, hooks } = sharedDoors('media');

/** Figures. `dataDir` holds the originals and, by content hash, the renditions that releases name. */
export const media = (dataDir: string): CollectionConfig => ({
  slug: 'media',
  labels: { singular: 'Figure', plural: 'Figures' },
  admin: {
    group: 'Shared',
    useAsTitle: 'alt',
    defaultColumns: ['filename', 'alt', 'credit', 'licence'],
    description: 'Drawings and photographs. Changing a figure sends every entry that uses it back to review.',
  },
  access,
  endpoints: [sameEndpoint('media'), ...endpoints],
  upload: {
    staticDir: path.join(dataDir, 'media'),
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'],
    focalPoint: true,
    imageSizes: [{ name: 'thumbnail', width: 320, withoutEnlargement: true, formatOptions: { format: 'webp' } }],
    adminThumbnail: 'thumbnail',
  },
  hooks: {
    ...hooks,
    beforeOperation: [nameByContent],
    afterChange: [...hooks.afterChange, tellSame('media')],
    beforeChange: [
      ...hooks.beforeChange,
      keepFileHash,
      async ({ data, req }) =>
        req.file ? { ...data, ...(await makeFigureFiles(req.file.data, path.join(dataDir, 'figures'))) } : data,
    ],
  },
  fields: [
    errorsField,
    sameFigureField,
    fileKey,
    shortName({
      name: 'shortName',
      max: 100,
      title: 'alt',
      otherwise: 'figure',
      description: 'What content files call its file, for example a-joint. Cannot be changed later.',
    }),
    {
      name: 'alt',
      label: 'Alt text',
      type: 'textarea',
      required: true,
      maxLength: figure.fields.alt.max,
      admin: { description: 'What the figure shows, for people who cannot see it.' },
    },
    { name: 'caption', label: 'Caption', type: 'text', maxLength: figure.fields.caption.max },
    { name: 'credit', label: 'Credit', type: 'text', maxLength: figure.fields.credit.max },
    { name: 'licence', label: 'Licence', type: 'text', maxLength: figure.fields.licence.max },
    {
      name: 'renditions',
      type: 'json',
      access: { create: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
    {
      name: 'mailPicture',
      type: 'json',
      access: { create: nobodyField, update: nobodyField },
      admin: { hidden: true },
    },
    impactField,
    writersField,
  ],
});
