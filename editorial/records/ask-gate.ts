import type { Dossier } from './dossier.ts';
import { gate, type GateAnswer } from '../rules/gate.ts';

/** The gate's answer for an entry's current draft, at the moment of the dossier. */
export const askGate = ({ surroundings, revision, events, live, status }: Dossier): GateAnswer =>
  gate({ ...surroundings, revision, events, live: live?.snapshot ?? null, editors: status?.editors ?? [] });
