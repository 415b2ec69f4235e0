import type { Access, ClientUser, FieldAccess, PayloadRequest } from 'payload';
import type { Role } from '../../model/lifecycle.ts';

/** The role of whoever is behind a request; null for readers. Only `users` can log in, so a user is staff. */
export const roleOf = (req: Pick<PayloadRequest, 'user'>): Role | null => req.user?.role ?? null;

export const staff: Access = ({ req }) => roleOf(req) !== null;
export const editors: Access = ({ req }) => roleOf(req) === 'editor' || roleOf(req) === 'admin';
export const admins: Access = ({ req }) => roleOf(req) === 'admin';
export const nobody: Access = () => false;

/** Staff may read it; nobody writes it through Payload. */
export const readByStaff = { read: staff, create: nobody, update: nobody, delete: nobody };

export const adminField: FieldAccess = ({ req }) => roleOf(req) === 'admin';
export const nobodyField: FieldAccess = () => false;

/** Keeps a collection out of the menus of everyone who does not keep the system; access is another matter. */
export const hiddenFromNonAdmins = ({ user }: { user: ClientUser | null }): boolean => user?.role !== 'admin';
