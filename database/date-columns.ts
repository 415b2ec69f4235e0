interface Column {
  mapFromDriverValue: (stored: unknown) => unknown;
}

type RawTables = Record<string, { columns: Record<string, { type: string }> }>;

/**
 * SQLite keeps a date as text, and whoever can write the file can write any text. One value that is no date would end
 * the reading of all rows around it; it is read as no date instead, so that whoever needs it refuses that row and no
 * other.
 */
export function readBrokenDatesAsNone(rawTables: RawTables, tables: Record<string, unknown>): void {
  for (const [name, { columns }] of Object.entries(rawTables)) {
    const table = tables[name];
    if (typeof table !== 'object' || table === null) continue;
    for (const [key, column] of Object.entries(table)) {
      if (columns[key]?.type !== 'timestamp' || !isColumn(column)) continue;
      const read = column.mapFromDriverValue.bind(column);
      column.mapFromDriverValue = (stored) => (isDate(stored) ? read(stored) : null);
    }
  }
}

const isColumn = (column: unknown): column is Column =>
  typeof column === 'object' && column !== null && 'mapFromDriverValue' in column;

export const isDate = (stored: unknown): boolean => typeof stored === 'string' && !Number.isNaN(Date.parse(stored));
