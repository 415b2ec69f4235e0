'use client';
import { useRowLabel } from '@payloadcms/ui';

/** Names the rows of a list by one of their own fields, so that a long list can be read while it is closed. */
export function RowLabel({ by, options, fallback }: RowLabelProps) {
  // While the form loads there is no row yet.
  const { data, rowNumber } = useRowLabel<Record<string, unknown> | undefined>();
  const value = data?.[by];
  const text = typeof value === 'string' ? (options?.find((option) => option.value === value)?.label ?? value) : '';
  return <span>{`${(rowNumber ?? 0) + 1}. ${text.trim() || fallback}`}</span>;
}

export interface RowLabelProps {
  /** name of the field in the row */
  by: string;
  options?: { label: string; value: string }[];
  /** while that field is empty */
  fallback: string;
}
