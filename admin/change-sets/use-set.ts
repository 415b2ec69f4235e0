'use client';
import { useCallback, useEffect, useState } from 'react';
import type { ReviewedMember, ReviewedSet } from '../../editorial/change-sets/read-set.ts';
import type { Refusal } from '../workflow/problem.ts';
import { ask } from './ask.ts';

/** Where no member is asked for: the set itself and how its latest act goes. */
const BEYOND = 1000;
const POLL_MS = 700;

export interface SetState {
  set: ReviewedSet['set'] | null;
  progress: ReviewedSet['progress'];
  members: ReviewedMember[];
  next: number | null;
  refusal: Refusal | null;
  /** an act is under way, or being asked for */
  busy: boolean;
}

const NOTHING: SetState = { set: null, progress: null, members: [], next: null, refusal: null, busy: true };

/** The set is what changed, not an entry. */
const ofSet = (refusal: Refusal): Refusal =>
  refusal.code === 'stale-revision'
    ? { ...refusal, message: 'This set was changed meanwhile. It has been loaded again: look at it once more.' }
    : refusal;

/** A change set as the server has it, and acts on it; while one is under way it is asked how far that has got. */
export function useSet(url: string): SetState & {
  more: () => Promise<void>;
  act: (what: string, body: object) => Promise<boolean>;
} {
  const [state, setState] = useState<SetState>(NOTHING);
  const load = useCallback(
    () =>
      ask<ReviewedSet>(`${url}/review`).then((loaded) => {
        if ('refusal' in loaded) setState((was) => ({ ...was, refusal: loaded.refusal, busy: false }));
        else setState({ ...loaded.answer, refusal: null, busy: loaded.answer.progress?.state === 'open' });
      }),
    [url],
  );
  useEffect(() => {
    void load();
  }, [load]);

  const isOpen = state.progress?.state === 'open';
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      void ask<ReviewedSet>(`${url}/review?from=${BEYOND}`).then((asked) => {
        if ('refusal' in asked) return undefined;
        const { progress } = asked.answer;
        if (progress?.state !== 'open') return load();
        setState((was) => ({ ...was, progress }));
        return undefined;
      });
    }, POLL_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isOpen, load, url]);

  const more = async () => {
    if (state.next === null) return;
    const page = await ask<ReviewedSet>(`${url}/review?from=${state.next}`);
    if ('refusal' in page) {
      setState((was) => ({ ...was, refusal: page.refusal }));
      return;
    }
    // A page of another turn does not go with those that are shown.
    if (page.answer.set.turn !== state.set?.turn) {
      await load();
      return;
    }
    setState((was) => ({ ...was, members: [...was.members, ...page.answer.members], next: page.answer.next }));
  };
  const act = async (what: string, body: object) => {
    setState((was) => ({ ...was, busy: true, refusal: null }));
    const done = await ask<unknown>(`${url}/${what}`, body);
    await load();
    if ('refusal' in done) setState((was) => ({ ...was, refusal: ofSet(done.refusal) }));
    return 'answer' in done;
  };
  return { ...state, more, act };
}
