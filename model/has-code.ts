/** True when an error bears one of these codes, as those of Node's file system and network do (`ENOENT`, `ENOSPC`). */
export const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
