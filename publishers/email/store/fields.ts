import type { Stored } from './documents.ts';

/** Typed reading of stored values; both adapters answer dates as RFC 3339 text. */

export const text = (stored: Stored, name: string): string => {
  const value = stored[name];
  return typeof value === 'string' ? value : '';
};

export const textOrNull = (stored: Stored, name: string): string | null => text(stored, name) || null;

export const count = (stored: Stored, name: string): number => Number(stored[name] ?? 0);

export const date = (stored: Stored, name: string): Date | null => {
  const value = stored[name];
  if (value instanceof Date) return value;
  return typeof value === 'string' && value !== '' ? new Date(value) : null;
};

/** Values as they are stored: dates as RFC 3339 text, undefined left out. */
export const toStored = (data: Record<string, unknown>): Stored =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
