import type { Payload } from 'payload';
import { EVENT_LEVELS, type LogEvent } from './channel-events.ts';

/** Writes each event of the channels as one line of the process log: `event`, its ids, and its name in words. */
export const logTo =
  (logger: Payload['logger']): LogEvent =>
  (event) => {
    logger[EVENT_LEVELS[event.event]]({ ...event, msg: event.event.replaceAll('-', ' ') });
  };
