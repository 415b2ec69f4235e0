import { DateTime, IANAZone } from 'luxon';

/** Zones that were asked for and exist: a format is made to find out. There are some six hundred, in any case of letters. */
const known = new Set<string>();
const MOST_KNOWN = 1000;

/** True for names that the time zone database knows; not for offsets such as `+01:00`. */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true;
  const exists = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(name) && IANAZone.isValidZone(name);
  if (exists && known.size < MOST_KNOWN) known.add(name);
  return exists;
}

/** The instant of a local time, `HH:MM`: after the gap when clocks skip it, the first of two when clocks repeat it. */
export function atLocalTime(day: DateTime, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const local = DateTime.fromObject(
    { year: day.year, month: day.month, day: day.day, hour, minute },
    { zone: day.zone },
  );
  if (local.hour !== hour || local.minute !== minute) return endOfGap(local);
  const instants = local.getPossibleOffsets().map((possible) => possible.toMillis());
  return new Date(Math.min(local.toMillis(), ...instants));
}

/** The first minute with the offset that holds after the clocks went forward. */
function endOfGap(afterGap: DateTime): Date {
  const offset = afterGap.offset;
  let before = afterGap.minus({ hours: 26 });
  let after = afterGap;
  while (after.diff(before).as('minutes') > 1) {
    const middle = before.plus({ minutes: Math.floor(after.diff(before).as('minutes') / 2) });
    if (middle.offset === offset) after = middle;
    else before = middle;
  }
  return after.toJSDate();
}

/** The first instant after `after` at which it is `hour` o'clock in this zone. */
export function nextHourOfDay(after: Date, hour: number, timeZone: string): Date {
  const day = DateTime.fromJSDate(after, { zone: timeZone }).startOf('day');
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const instant = atLocalTime(day.plus({ days: ahead }), `${hour}:00`);
    if (instant > after) return instant;
  }
  throw new RangeError(`it is never ${hour} o'clock in ${timeZone}`);
}
