import { stringify } from 'csv-stringify/sync';
import type { Cell, Report } from '../../editorial/rules/reports/report.ts';

/** A report as CSV (RFC 4180), UTF-8 with a byte order mark, without which Excel takes it for Latin-1. */
export const toCsv = ({ columns, rows }: Report): string =>
  stringify([columns.map(({ label }) => label), ...rows.map(({ cells }) => cells.map(asText))], {
    bom: true,
    record_delimiter: '\r\n',
    // By itself it knows its own line end only.
    quoted_match: /[\r\n]/,
  });

/** A text that a spreadsheet would run as a formula is marked as text; a number below zero is none. */
const asText = (cell: Cell): Cell => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
