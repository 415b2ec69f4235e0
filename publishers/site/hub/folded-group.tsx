import type { ReactNode } from 'react';

interface FoldedGroupProps {
  heading: ReactNode;
  /** of what is in the group, so that nothing has to be guessed while it is folded */
  names: readonly string[];
  open: boolean;
  children: ReactNode;
}

/** Entries of a hub under a heading that opens them, in the page itself; on paper all are open. */
export const FoldedGroup = ({ heading, names, open, children }: FoldedGroupProps): ReactNode => (
  <details className="fold" open={open}>
    <summary>
      <h3>{heading}</h3>
      <small className="screen">{names.join(' · ')}</small>
    </summary>
    {children}
  </details>
);
