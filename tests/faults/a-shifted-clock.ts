/**
 * Loaded before a worker (`--import`): `Date` follows the file that FAULTS_CLOCK names, and is apart from the other
 * processes by FAULTS_SKEW milliseconds. Timers go on by the real clock.
 */
import { readFileSync } from 'node:fs';
import { timeOf, type ClockFile } from './clock.ts';

const { FAULTS_CLOCK: file = '', FAULTS_SKEW: skew = '0' } = process.env;
const RealDate = Date;
const apart = Number(skew);

const read = (): ClockFile => JSON.parse(readFileSync(file, 'utf8')) as ClockFile;
let kept = read();
setInterval(() => (kept = read()), 50).unref();
const now = () => Math.round(timeOf(kept, RealDate.now())) + apart;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked) as object,
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});
