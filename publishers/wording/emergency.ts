/** Europe, North America, the United Kingdom: readers are anywhere, so all of them are named. */
export const EMERGENCY_NUMBERS = ['112', '911', '999'] as const;

/** `112, 911 or 999` */
export const ANY_EMERGENCY_NUMBER = `${EMERGENCY_NUMBERS.slice(0, -1).join(', ')} or ${EMERGENCY_NUMBERS.at(-1)}`;
