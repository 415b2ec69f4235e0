const DAMAGED = /SQLITE_(NOTADB|CORRUPT)|file is not a database|disk image is malformed/i;

const TROUBLES: [RegExp, string][] = [
  [DAMAGED, 'the file is damaged or is no SQLite database: restore a backup (docs/runbook.md)'],
  [/SQLITE_READONLY|readonly database/i, 'the file cannot be written: check its owner and permissions, and the disk'],
  [
    /SQLITE_CANTOPEN|unable to open (connection to local )?database/i,
    'the file cannot be opened: check its path, owner and permissions',
  ],
  [/SQLITE_(FULL|IOERR_SHMSIZE)|disk is full/i, 'the disk is full'],
];

/** In words what is wrong with an SQLite file that trying again does not mend; null when it is something else. */
export function sqliteTrouble(error: unknown): string | null {
  return TROUBLES.find(([sign]) => tells(error, sign))?.[1] ?? null;
}

/** True when an SQLite file can be read by nobody: it is damaged, or is none. */
export const isDamaged = (error: unknown): boolean => tells(error, DAMAGED);

function tells(error: unknown, sign: RegExp): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (sign.test(`${'code' in at ? String(at.code) : ''} ${at.message}`)) return true;
  }
  return false;
}
