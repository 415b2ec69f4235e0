import type { AssigneeChoice } from '../../editorial/assignments/assignees.ts';
import { ask } from '../accounts/ask.ts';

/** A colleague as GET /api/users/colleagues names them. */
export interface ColleagueChoice {
  account: string;
  name: string;
  role: string;
}

/** The staff by name; nobody where the server does not answer. */
export async function readColleagues(api: string): Promise<ColleagueChoice[]> {
  const said = await ask(`${api}/users/colleagues`);
  return 'answer' in said ? (said.answer as { colleagues: ColleagueChoice[] }).colleagues : [];
}

/** Whom one can ask about an entry, for example `/api/causes/12`; nobody where the server does not answer. */
export async function readAssignees(entryUrl: string): Promise<AssigneeChoice[]> {
  const said = await ask(`${entryUrl}/assignees`);
  return 'answer' in said ? (said.answer as { choices: AssigneeChoice[] }).choices : [];
}
