import type { EmergencyNumber } from '../../model/emergency-numbers.ts';

/** `Emergency number: 112 (Europe), 999 (UK), 911 (US, Canada).` */
export const emergencyLine = (numbers: readonly EmergencyNumber[]): string =>
  `Emergency number: ${numbers.map(({ number, where }) => `${number} (${where})`).join(', ')}.`;
