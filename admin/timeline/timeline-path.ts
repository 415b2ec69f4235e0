/** Where the timeline of an entry stands, with what it shows. `id` may be the entry's uid. */
export function timelinePath(
  admin: string,
  { collection, id }: { collection: string; id: string | number },
  shows: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(shows).filter((one): one is [string, string] => Boolean(one[1]));
  const query = new URLSearchParams(given).toString();
  return `${admin}/timeline/${collection}/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
}
