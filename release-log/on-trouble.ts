/** Told of what failed without stopping anything, in words and with the error itself: it belongs in the process log. */
export type OnTrouble = (what: string, error: unknown) => void;

/** Where no logger was handed in, so that nothing fails in silence. */
export const toConsole: OnTrouble = (what, error) => {
  console.error(what, error);
};
