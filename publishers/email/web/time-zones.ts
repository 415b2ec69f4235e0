/** The world's time zones for a list to choose from: by region, UTC on its own at the end. */
export function timeZonesByRegion(): { region: string; zones: { value: string; label: string }[] }[] {
  const regions = new Map<string, { value: string; label: string }[]>();
  for (const value of Intl.supportedValuesOf('timeZone')) {
    const [region, ...place] = value.split('/');
    if (!region || place.length === 0) continue;
    const zones = regions.get(region) ?? [];
    zones.push({ value, label: place.join(', ').replaceAll('_', ' ') });
    regions.set(region, zones);
  }
  const named = [...regions].map(([region, zones]) => ({ region, zones }));
  return [...named, { region: 'Other', zones: [{ value: 'UTC', label: 'UTC' }] }];
}

export const DEFAULT_TIME_ZONE = 'Europe/London';
