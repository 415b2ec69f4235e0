/** The part of a form's state that says whether a field was refused. */
interface FieldState {
  valid?: boolean;
  passesCondition?: boolean;
  errorMessage?: string;
}

/** A field that was refused, as a list of issues shows it. */
export interface RefusedField {
  field: string;
  message: string;
}

/** Fields of a form that were refused, in the order of the form, with the reason of each; lists of rows only by their rows. */
export function refusedFields(state: Readonly<Record<string, FieldState>>): RefusedField[] {
  const refused = Object.entries(state).filter(
    ([, { valid, passesCondition }]) => valid === false && passesCondition !== false,
  );
  return refused
    .filter(([path]) => !refused.some(([other]) => other.startsWith(`${path}.`)))
    .map(([field, { errorMessage }]) => ({ field, message: errorMessage ?? 'This cannot be saved as it is.' }));
}
