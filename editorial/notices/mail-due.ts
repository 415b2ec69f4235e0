import { isTimeZone, nextHourOfDay } from '../../model/local-time.ts';
import { DIGEST_HOUR, DIGEST_ZONE, type NoticeMail, type NoticeSettings } from '../../model/notices.ts';

const MINUTE = 60_000;

/**
 * When a notice of this moment is mailed; null for never. What comes within one minute shares one mail: who submits
 * forty entries at once sends each reviewer one. A zone that is none counts as UTC.
 */
export function mailDueAt(at: Date, mail: NoticeMail, { digestHour, timeZone }: NoticeSettings): Date | null {
  switch (mail) {
    case 'never':
      return null;
    case 'at-once':
      return new Date((Math.floor(at.getTime() / MINUTE) + 1) * MINUTE);
    case 'digest': {
      const zone = timeZone && isTimeZone(timeZone) ? timeZone : DIGEST_ZONE;
      return nextHourOfDay(at, digestHour ?? DIGEST_HOUR, zone);
    }
  }
}
