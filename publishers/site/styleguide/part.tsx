import type { ReactNode } from 'react';

/** A component with its name, in every state that it has. */
export const Shown = ({ name, children }: { name: string; children: ReactNode }): ReactNode => (
  <section>
    <h2 className="h3">{name}</h2>
    {children}
  </section>
);
