/** The product's name where Payload would show its own: above the login, whose page has no other heading. */
export const Logo = () => <h1 className="brand">Imprimatur</h1>;

export const Icon = () => (
  <span className="brand brand--icon" aria-label="Imprimatur" role="img">
    I
  </span>
);
