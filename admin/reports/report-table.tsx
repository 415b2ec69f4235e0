import { Link } from '@payloadcms/ui';
import type { ReactNode } from 'react';
import type { Cell, Report } from '../../editorial/rules/reports/report.ts';
import { LocalTime } from '../dashboard/local-time.tsx';
import { formatDay } from '../workflow/dates.ts';

interface ReportTableProps {
  columns: Report['columns'];
  caption: string;
  /** `href`: of the entry that a row speaks of */
  rows: { cells: Cell[]; href: string | null }[];
}

/** A report as a table that a narrow screen shows as labelled blocks. The link stands on the entry's name. */
export function ReportTable({ columns, caption, rows }: ReportTableProps) {
  if (rows.length === 0) return <p className="reports__none">Nothing.</p>;
  const named = columns.findIndex(({ label }) => label === 'Entry' || label === 'Which');
  return (
    <table className="reports__table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, kind }) => (
            <th key={label} scope="col" className={`reports__${kind}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, href }, row) => (
          <tr key={row}>
            {cells.map((cell, i) => {
              const { label, kind } = columns[i] ?? { label: '', kind: 'text' as const };
              const text = shown(cell, kind);
              return (
                <td key={label} data-label={label} className={`reports__${kind}`}>
                  {i === named && href !== null ? (
                    <Link href={href} prefetch={false}>
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown(cell: Cell, kind: Report['columns'][number]['kind']): ReactNode {
  if (cell === null) return '–';
  if (kind === 'day') return formatDay(String(cell));
  if (kind === 'moment') return <LocalTime at={String(cell)} />;
  return cell;
}
