/**
 * One clock for a run and all its processes, faster than the real one: what waits for minutes and days is seen within
 * a test. It is kept in a file, which `a-shifted-clock.ts` reads in every worker.
 */
import { renameSync, writeFileSync } from 'node:fs';

/** What the file holds, times in milliseconds of the real clock. */
export interface ClockFile {
  started: number;
  speed: number;
  jumped: number;
}

export interface FastClock {
  file: string;
  now: () => Date;
  /** puts every process forward at once, as a machine that slept does */
  jump: (milliseconds: number) => void;
}

export const timeOf = ({ started, speed, jumped }: ClockFile, real: number): number =>
  started + (real - started) * speed + jumped;

export function createFastClock(file: string, speed: number): FastClock {
  const kept: ClockFile = { started: Date.now(), speed, jumped: 0 };
  const write = () => {
    // Whole or not at all: a worker reads it at any moment.
    writeFileSync(`${file}.part`, JSON.stringify(kept));
    renameSync(`${file}.part`, file);
  };
  write();
  return {
    file,
    now: () => new Date(timeOf(kept, Date.now())),
    jump(milliseconds) {
      kept.jumped += milliseconds;
      write();
    },
  };
}
