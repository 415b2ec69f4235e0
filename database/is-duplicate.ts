import { ValidationError } from 'payload';

/** True for a value that a unique index has already: the databases word it differently. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof ValidationError || (error instanceof Error && 'code' in error && error.code === 11000);
