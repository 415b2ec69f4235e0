/** A clinician must look again by `reviewDue` (YYYY-MM-DD, UTC); the whole of that day still counts. */
export const isOverdue = (reviewDue: string, today: string): boolean => reviewDue !== '' && reviewDue < today;
