/** Called by Next once per server process, before the first request. */
export async function register(): Promise<void> {
  // Read here and not in env.ts: Next replaces exactly this expression when it builds for each runtime.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startProcess } = await import('./runtime/start.ts');
  await startProcess({ worker: 'as-configured' });
}
