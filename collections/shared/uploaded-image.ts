import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { CollectionBeforeOperationHook } from 'payload';
import { CodedError } from '../../model/errors.ts';

/** What figures may be, by the format that their bytes are of. `heif` is AVIF when it says so itself. */
const TYPES: Readonly<Record<string, { ending: string; mime: string }>> = {
  png: { ending: 'png', mime: 'image/png' },
  jpeg: { ending: 'jpg', mime: 'image/jpeg' },
  webp: { ending: 'webp', mime: 'image/webp' },
  heif: { ending: 'avif', mime: 'image/avif' },
};

/**
 * An uploaded picture is kept under a name of our own and as what its bytes are: the name and the type that a request
 * gives are its own claims. Throws `unsupported-media-type` of what is no picture.
 */
export const nameByContent: CollectionBeforeOperationHook = async ({ req }) => {
  const { file } = req;
  if (!file) return;
  const { format, compression } = await sharp(file.data)
    .metadata()
    .catch(() => ({ format: undefined, compression: undefined }));
  const type = format === 'heif' && compression !== 'av1' ? undefined : TYPES[format ?? ''];
  if (!type) throw new CodedError('unsupported-media-type', 'A figure is a PNG, JPEG, WebP or AVIF picture.');
  req.file = { ...file, name: `${randomUUID()}.${type.ending}`, mimetype: type.mime };
};
