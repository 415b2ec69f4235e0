/** Hexadecimal digits of a short name: 80 bits. */
const SHORT = 20;

/**
 * A figure file is named by its SHA-256, or by the first 20 digits of it: every page that shows a dozen pictures in four
 * widths is a kilobyte shorter. Pages use the short name; mails and feeds the whole.
 */
export const figureName = (sha256: string): string => sha256.slice(0, SHORT);

/** Either name, as a part of a pattern. */
export const FIGURE_NAME = `[0-9a-f]{${SHORT}}(?:[0-9a-f]{${64 - SHORT}})?`;

/** Whether a name is one of this file's. */
export const isFigureNamed = (sha256: string, name: string): boolean => name === sha256 || name === figureName(sha256);
