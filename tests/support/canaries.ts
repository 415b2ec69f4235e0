/** Documents with a canary in every field that holds words, made from the configuration itself. */
import type { CollectionSlug, Field, Payload } from 'payload';
import { lexical } from './entries.ts';

export interface CanaryOptions {
  /** ids of documents to refer to, by collection */
  targets: Partial<Record<string, string | number>>;
  /** begins every canary, e.g. `canary-draft` */
  prefix: string;
}

/** Data for a collection: words carry canaries, everything else is the first thing that is valid. */
export function withCanaries(
  payload: Payload,
  collection: CollectionSlug,
  options: CanaryOptions,
): Record<string, unknown> {
  return fill(payload.collections[collection].config.fields, `${options.prefix}-${collection}`, options);
}

/** Fields that the system owns or that are not words. */
const OWNED = [
  'id',
  'uid',
  '_status',
  'createdAt',
  'updatedAt',
  'renditions',
  'password',
  'apiKey',
  'enableAPIKey',
  'apiKeyIndex',
  'sessions',
];
const UPLOAD = [
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'sizes',
];

function fill(fields: Field[], path: string, options: CanaryOptions): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.type === 'row' || field.type === 'collapsible') Object.assign(data, fill(field.fields, path, options));
    else if ('virtual' in field && field.virtual) continue;
    else if ('name' in field && field.name && !OWNED.includes(field.name) && !isUploadColumn(field.name, path)) {
      const value = valueOf(field, `${path}-${field.name.toLowerCase()}`, options);
      if (value !== undefined) data[field.name] = value;
    }
  }
  return data;
}

const isUploadColumn = (name: string, path: string) => path.endsWith('-media') && UPLOAD.includes(name);

function valueOf(field: Field, canary: string, options: CanaryOptions): unknown {
  switch (field.type) {
    case 'text':
      if ('hasMany' in field && field.hasMany) return [canary];
      if ('name' in field && field.name === 'sendAt') return '09:30';
      return 'name' in field && field.name === 'url' ? `https://${canary}.example/` : canary;
    case 'textarea':
      return canary;
    case 'email':
      return `${canary}@example.com`;
    case 'richText':
      return lexical(canary);
    case 'json':
      return { words: canary };
    case 'select': {
      const [first] = field.options;
      const value = typeof first === 'string' ? first : first?.value;
      return field.hasMany ? [value] : value;
    }
    case 'checkbox':
      return true;
    case 'number':
      return field.min ?? 1;
    case 'date':
      return '2029-01-01T00:00:00.000Z';
    case 'group':
      return fill(field.fields, canary, options);
    case 'array':
      return [fill(field.fields, canary, options)];
    case 'relationship':
    case 'upload': {
      const [relationTo] = [field.relationTo].flat();
      const id = options.targets[relationTo ?? ''];
      if (id === undefined) return undefined;
      const target = Array.isArray(field.relationTo) ? { relationTo, value: id } : id;
      return field.hasMany ? [target] : target;
    }
    default:
      return undefined;
  }
}
