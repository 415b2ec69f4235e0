/** What a mail server can do wrong, and when. */
import type { Chance } from './chance.ts';

/** Where in a conversation (RFC 5321): `message` is between DATA's 354 and the final dot, `dot` after it. */
export type Stage = 'connect' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'dot';

export type Fault =
  | { does: 'refuse'; code: 421 | 450 | 550 }
  /** the connection is cut; after the final dot with the mail kept or thrown away, which the sender cannot know */
  | { does: 'cut'; keeps: boolean }
  /** nothing is said for a while, then the answer comes or the connection is cut */
  | { does: 'stall'; milliseconds: number; then: 'answer' | 'cut'; keeps: boolean };

export type Weather = (stage: Stage) => Fault | null;

export const FINE: Weather = () => null;

interface Storm {
  /** how many of all steps go wrong */
  share: number;
  longestStallMs: number;
}

/** A server on which any step may go wrong, each in every way. A refusal for good is rarer: it ends a reader's course. */
export function stormy(chance: Chance, { share, longestStallMs }: Storm): Weather {
  return (stage) => {
    if (chance.next() >= share) return null;
    const keeps = chance.next() < 0.5;
    const what = chance.next();
    if (what < 0.4) return { does: 'cut', keeps };
    if (what < 0.7 || stage === 'message') {
      const milliseconds = Math.round(chance.between(50, longestStallMs));
      return { does: 'stall', milliseconds, then: chance.oneOf(['answer', 'cut'] as const), keeps };
    }
    const code = chance.next() < 0.15 ? 550 : chance.oneOf([421, 450] as const);
    return { does: 'refuse', code };
  };
}
