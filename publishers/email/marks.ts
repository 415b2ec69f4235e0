/** By mark, what goes in its place: in a text that is the same for many. */
export type Marks = Readonly<Record<string, string>>;

export const putIn = (text: string, marks: Marks): string =>
  Object.entries(marks).reduce((done, [mark, value]) => done.replaceAll(mark, value), text);
