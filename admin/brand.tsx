/** The product's name where Payload would show its own. */
export const Logo = () => <span className="brand">Imprimatur</span>;

export const Icon = () => (
  <span className="brand brand--icon" aria-label="Imprimatur" role="img">
    I
  </span>
);
