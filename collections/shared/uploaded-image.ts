import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Access, CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import { CodedError } from '../../model/errors.ts';

/** What figures may be, by the format that their bytes are of. `heif` is AVIF when it says so itself. */
const TYPES: Readonly<Record<string, { ending: string; mime: string }>> = {
  png: { ending: 'png', mime: 'image/png' },
  jpeg: { ending: 'jpg', mime: 'image/jpeg' },
  webp: { ending: 'webp', mime: 'image/webp' },
  heif: { ending: 'avif', mime: 'image/avif' },
};

/** An operation of Payload, whatever it is called. */
interface Asked {
  operation: string;
  args: object;
  collection: { access: { create: Access } };
  overrideAccess?: boolean | undefined;
  req: PayloadRequest;
}

/**
 * An uploaded picture is kept under a name of our own and as what its bytes are: the name and the type that a request
 * gives are its own claims. Throws `unsupported-media-type` of what is no picture.
 */
export const nameByContent: CollectionBeforeOperationHook = async (asked: Asked) => {
  const { args, operation, req } = asked;
  const { file } = req;
  if (!file) {
    // Payload would fetch what a request names, from wherever that is, and keep it under the name that it gives.
    if (operation !== 'create' || ('duplicateFromID' in args && args.duplicateFromID !== undefined)) return;
    // Who may not is told that, by Payload, before it fetches anything.
    if (asked.overrideAccess !== true && !(await asked.collection.access.create({ req }))) return;
    throw new CodedError('invalid-request', 'Send the picture with the request.', { fields: ['file'] });
  }
  const { format, compression } = await sharp(file.data)
    .metadata()
    .catch(() => ({ format: undefined, compression: undefined }));
  const type = format === 'heif' && compression !== 'av1' ? undefined : TYPES[format ?? ''];
  if (!type) throw new CodedError('unsupported-media-type', 'A figure is a PNG, JPEG, WebP or AVIF picture.');
  req.file = { ...file, name: `${randomUUID()}.${type.ending}`, mimetype: type.mime };
};
