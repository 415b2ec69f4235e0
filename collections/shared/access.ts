import type { Access, ClientUser, FieldAccess, PayloadRequest } from 'payload';
import type { Role } from '../../model/lifecycle.ts';

/** The role of whoever is behind a request; null for readers. Only `users` can log in, so a user is staff. */
export const roleOf = (req: Pick<PayloadRequest, 'user'>): Role | null => req.user?.role ?? null;

export const staff: Access = ({ req }) => roleOf(req) !== null;
export const editors: Access = ({ req }) => roleOf(req) === 'editor' || roleOf(req) === 'admin';
/** Who writes what readers read. A mailer looks after the mail, and reads. */
export const authors: Access = ({ req }) => {
  const role = roleOf(req);
  return role === 'editor' || role === 'reviewer' || role === 'admin';
};
const mailers: Access = ({ req }) => roleOf(req) === 'mailer' || roleOf(req) === 'admin';
export const admins: Access = ({ req }) => roleOf(req) === 'admin';
export const nobody: Access = () => false;

/** Staff may read it; nobody writes it through Payload. */
export const readByStaff = { read: staff, create: nobody, update: nobody, delete: nobody };

/** Mailers and admins may read it: it says who the readers are. Nobody writes it through Payload. */
export const readByMailers = { read: mailers, create: nobody, update: nobody, delete: nobody };

/** Admins may read it; nobody writes it through Payload. */
export const readByAdmins = { read: admins, create: nobody, update: nobody, delete: nobody };

export const adminField: FieldAccess = ({ req }) => roleOf(req) === 'admin';
export const nobodyField: FieldAccess = () => false;

/** Keeps a collection out of the menus of everyone who does not keep the system; access is another matter. */
export const hiddenFromNonAdmins = ({ user }: { user: ClientUser | null }): boolean => user?.role !== 'admin';

/** The same for whoever has nothing to do with the mail. */
export const hiddenFromNonMailers = ({ user }: { user: ClientUser | null }): boolean =>
  user?.role !== 'mailer' && user?.role !== 'admin';
