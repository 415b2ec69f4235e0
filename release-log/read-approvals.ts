import type { Approval, ClinicianSnapshot } from '../model/release-row.ts';

/** What an index needs to know of an approval. */
export type Given = Pick<Approval, 'clinician' | 'approvedAt'>;

/** One approval in the canonical text of a list, in which no brace stands in a clinician's words. */
const ONE = /[[,]\{"approvedAt":"([^"\\]*)","clinician":(\{[^{}]*\}),"revision":"[^"\\]*","scope":"[^"\\]*"\}/y;

/**
 * The approvals of a row that was proved, from their JSON text. A start reads those of every row, and the same few
 * clinicians stand in most of them: each is parsed once.
 */
export function readApprovals(text: string): Given[] {
  if (text === '[]') return [];
  const found: Given[] = [];
  ONE.lastIndex = 0;
  let end = 0;
  for (let match = ONE.exec(text); match; match = ONE.exec(text)) {
    found.push({ approvedAt: match[1] ?? '', clinician: parsed(match[2] ?? '') });
    end = ONE.lastIndex;
  }
  return end === text.length - 1 ? found : (JSON.parse(text) as Given[]);
}

/** By the text of the clinician. */
const seen = new Map<string, ClinicianSnapshot>();

function parsed(text: string): ClinicianSnapshot {
  const known = seen.get(text);
  if (known) return known;
  const clinician = JSON.parse(text) as ClinicianSnapshot;
  // As many as a log has clinicians, in every state that they were in.
  if (seen.size >= 5000) seen.clear();
  seen.set(text, clinician);
  return clinician;
}
