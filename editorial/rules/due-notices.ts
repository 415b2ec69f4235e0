const DAY = 24 * 60 * 60 * 1000;

/** What a status row keeps of the notice that a day comes near. */
export interface DueNotice {
  /** when it is told, RFC 3339; null when nothing is to be told */
  askNoticeAt: string | null;
  /** the day (YYYY-MM-DD) that it was told of, or that was near already when somebody was asked */
  askTold: string | null;
}

/** The notice of the day before `dueAt`, by what the row has of it. Who is asked for tomorrow is told of it by that. */
export function dueNotice(dueAt: string | null, { askNoticeAt, askTold }: DueNotice, now: Date): DueNotice {
  if (dueAt === null) return { askNoticeAt: null, askTold: null };
  if (askTold === dueAt) return { askNoticeAt: null, askTold };
  const moment = new Date(new Date(`${dueAt}T00:00:00.000Z`).getTime() - DAY);
  const isArmed = askNoticeAt !== null && new Date(askNoticeAt).getTime() === moment.getTime();
  if (isArmed || moment > now) return { askNoticeAt: moment.toISOString(), askTold };
  return { askNoticeAt: null, askTold: dueAt };
}
