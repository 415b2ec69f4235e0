import type { ChangeKind } from '../../model/release-row.ts';

/** The version after `last`: a minor change counts behind the point, everything else before it. */
export function nextVersion(last: string | null, changeKind: ChangeKind): string {
  if (last === null) return '1.0';
  const [major = 0, minor = 0] = last.split('.').map(Number);
  return changeKind === 'minor' ? `${major}.${minor + 1}` : `${major + 1}.0`;
}
