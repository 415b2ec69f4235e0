import { ValidationError, type PayloadRequest } from 'payload';
import type { Dossier } from './dossier.ts';
import { CodedError } from '../../model/errors.ts';
import type { Issue } from '../../model/issue.ts';

/**
 * Saves fields of the entry itself on behalf of a verb. Throws `requirements-not-met` when the database's
 * own validation finds what the requirements did not, such as an address that an unreleased entry began with.
 */
export async function saveByVerb(
  req: PayloadRequest,
  { collection, id }: Dossier,
  data: Record<string, unknown>,
): Promise<void> {
  try {
    await req.payload.update({
      collection,
      id,
      data: data as never,
      draft: false,
      depth: 0,
      overrideAccess: true,
      context: { byVerb: true },
      req,
    });
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const issues = error.data.errors.map(({ path, message }): Issue => ({
      code: 'field-invalid',
      severity: 'error',
      field: path,
      message,
    }));
    throw new CodedError('requirements-not-met', error.message, { issues });
  }
}
