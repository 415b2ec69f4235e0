import type { ReactNode } from 'react';

export interface DataTableProps {
  /** what names the columns; empty when nothing does */
  head: ReactNode[];
  /** the same as plain text */
  names: string[];
  rows: ReactNode[][];
  /** the first cell of each row names the row */
  named: boolean;
}

/**
 * A table on a page. On a narrow screen each row becomes a block with the names of the columns in it. No roles are
 * written: HTML forbids them on parts of a table, and where an old browser forgets what a table of blocks is, each cell
 * still says its column.
 */
export function DataTable({ head, names, rows, named }: DataTableProps): ReactNode {
  return (
    <div className="scroll">
      <table className="t">
        {head.length > 0 && (
          <thead>
            <tr>
              {head.map((cell, i) => (
                <th key={i} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) =>
                named && j === 0 ? (
                  <th key={j} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={j} data-l={names[j] || undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
