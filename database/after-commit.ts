import type { PayloadRequest } from 'payload';

const effects = new WeakMap<PayloadRequest, (() => void)[]>();

/**
 * Has `effect` run once what `transact` does for this request is committed, and never when it is not. For what only
 * this process gains from: another hears nothing, and a crash between loses it. It must not throw.
 */
export function afterCommit(req: PayloadRequest, effect: () => void): void {
  effects.set(req, [...(effects.get(req) ?? []), effect]);
}

/** For `transact`: this request is committed. */
export function committed(req: PayloadRequest): void {
  for (const effect of effects.get(req) ?? []) effect();
  effects.delete(req);
}
