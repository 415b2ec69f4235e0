import type { SignedRow } from '../model/release-row.ts';

/**
 * Which entries ever named which, over all releases so far. It only grows: whoever follows a guide
 * still holds what an earlier release of it named, and must hear when that is corrected or withdrawn.
 */
export interface NamingGraph {
  /** uid → what belongs to it: its causes, red flags and treatments, and the entry that it is part of */
  members: Map<string, Set<string>>;
  /** uid → "see also" */
  related: Map<string, Set<string>>;
  /** uid → entries that are part of it */
  parts: Map<string, Set<string>>;
}

export const emptyGraph = (): NamingGraph => ({ members: new Map(), related: new Map(), parts: new Map() });

/** Takes in what a released row of an entry names; a withdrawal names nothing and forgets nothing. */
export function addToGraph(graph: NamingGraph, by: string, references: SignedRow['references']): void {
  for (const { uid, field } of references) {
    if (field === 'relatedGuides') continue;
    add(field === 'related' ? graph.related : graph.members, by, uid);
    if (field === 'partOf') add(graph.parts, uid, by);
  }
}

/**
 * A guide, all that belongs to it at any distance, and what those call related. Related entries are
 * not followed further: two guides that share one "see also" would otherwise become one.
 */
export function scopeIn(graph: NamingGraph, guide: string): ReadonlySet<string> {
  const members = new Set([guide]);
  // A Set that grows while it is walked hands out the new values too.
  for (const uid of members) {
    for (const next of graph.members.get(uid) ?? []) members.add(next);
    for (const next of graph.parts.get(uid) ?? []) members.add(next);
  }
  return new Set([...members, ...[...members].flatMap((uid) => [...(graph.related.get(uid) ?? [])])]);
}

function add(edges: Map<string, Set<string>>, from: string, to: string): void {
  const known = edges.get(from);
  if (known) known.add(to);
  else edges.set(from, new Set([to]));
}
