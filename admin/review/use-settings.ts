'use client';
import { usePreferences } from '@payloadcms/ui';
import { useState } from 'react';
import type { ReviewSheet } from '../../editorial/records/review-sheet.ts';
import { KEYS_OFF, standing, ticksKey, toggled, type Ticks } from './ticks.ts';

export interface Ticking {
  ticks: Ticks;
  look: (key: string) => void;
  check: (check: string) => void;
}

/** The ticks of this person, kept with the account. Those of changes that are there no more are dropped. */
export function useTicks(sheet: ReviewSheet, stored: Ticks): Ticking {
  const { setPreference } = usePreferences();
  const [all, setAll] = useState(stored);
  const ticks = standing(all, sheet);
  const keep = (next: Ticks) => {
    setAll(next);
    void setPreference(ticksKey(sheet.uid), next);
  };
  return {
    ticks,
    look: (key) => keep({ ...ticks, looked: toggled(ticks.looked, key) }),
    check: (check) => keep({ ...ticks, checks: toggled(ticks.checks, check) }),
  };
}

/** Whether the shortcuts are off for this account (WCAG 2.1.4). */
export function useKeysOff(stored: boolean): [boolean, (off: boolean) => void] {
  const { setPreference } = usePreferences();
  const [off, setOff] = useState(stored);
  return [
    off,
    (next) => {
      setOff(next);
      void setPreference(KEYS_OFF, next);
    },
  ];
}
