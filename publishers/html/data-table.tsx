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
 * A table on a page. On a narrow screen each row becomes a block with the names of the columns in it; the roles say
 * what it is even then, because a browser forgets it of a table that is shown as blocks.
 */
export function DataTable({ head, names, rows, named }: DataTableProps): ReactNode {
  return (
    <div className="scroll">
      <table className="t" role="table">
        {head.length > 0 && (
          <thead role="rowgroup">
            <tr role="row">
              {head.map((cell, i) => (
                <th key={i} scope="col" role="columnheader">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody role="rowgroup">
          {rows.map((cells, i) => (
            <tr key={i} role="row">
              {cells.map((cell, j) =>
                named && j === 0 ? (
                  <th key={j} scope="row" role="rowheader">
                    {cell}
                  </th>
                ) : (
                  <td key={j} role="cell" data-l={names[j] || undefined}>
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
