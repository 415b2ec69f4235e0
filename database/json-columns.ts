interface JsonColumn {
  mapFromDriverValue: (stored: unknown) => unknown;
}

/**
 * SQLite keeps JSON as text, and whoever can write the file can write any text. One value that is no JSON would end
 * the reading of all rows around it; it is handed out as it stands instead, so that whoever reads it refuses that
 * row and no other.
 */
export function readBrokenJsonAsText(tables: Record<string, unknown>): void {
  for (const table of Object.values(tables)) {
    for (const column of columnsOf(table)) {
      const parse = column.mapFromDriverValue.bind(column);
      column.mapFromDriverValue = (stored) => jsonOrAsItStands(stored, parse);
    }
  }
}

/** What `parse` makes of it, or what is stored where that is no JSON. */
export function jsonOrAsItStands(stored: unknown, parse: (stored: unknown) => unknown): unknown {
  try {
    return parse(stored);
  } catch (error) {
    if (error instanceof SyntaxError) return stored;
    throw error;
  }
}

const columnsOf = (table: unknown): JsonColumn[] =>
  typeof table === 'object' && table !== null ? Object.values(table).filter(isJsonColumn) : [];

const isJsonColumn = (column: unknown): column is JsonColumn =>
  typeof column === 'object' && column !== null && 'columnType' in column && column.columnType === 'SQLiteTextJson';
