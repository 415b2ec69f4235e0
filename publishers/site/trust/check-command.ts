/** Checks one release from outside; for whoever has a copy of the script. `siteUrl` has no trailing slash. */
export const checkCommand = (siteUrl: string, seq: number): string =>
  `node --import tsx scripts/verify-feed.ts ${siteUrl}/feed.json --release ${seq}`;
