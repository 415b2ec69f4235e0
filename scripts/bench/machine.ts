import os from 'node:os';

/** What the figures were measured on. */
export function machine() {
  const cpus = os.cpus();
  return {
    cpu: cpus[0]?.model ?? '',
    cores: cpus.length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** Of the last minute, the bench itself included. */
export function loadNow(): string {
  return (os.loadavg()[0] ?? 0).toFixed(1);
}
