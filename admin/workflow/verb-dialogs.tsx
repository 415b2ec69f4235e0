'use client';
import type { ComponentType } from 'react';
import type { Verb } from '../../model/lifecycle.ts';
import { RenewDialog } from './dialogs/renew-dialog.tsx';
import { RequestChangesDialog } from './dialogs/request-changes-dialog.tsx';
import { ScheduleDialog } from './dialogs/schedule-dialog.tsx';
import { SubmitDialog } from './dialogs/submit-dialog.tsx';
import type { DialogProps } from './dialogs/verb-dialog.tsx';
import { UnscheduleDialog } from './dialogs/unschedule-dialog.tsx';
import { WithdrawDialog } from './dialogs/withdraw-dialog.tsx';

/** The dialog that a verb asks its questions in; a verb without one is taken at once, but for the approval: that is asked on the review screen. */
export const DIALOG_OF: Partial<Record<Verb, ComponentType<DialogProps>>> = {
  'submit-for-review': SubmitDialog,
  'request-changes': RequestChangesDialog,
  schedule: ScheduleDialog,
  unschedule: UnscheduleDialog,
  withdraw: WithdrawDialog,
  'renew-review': RenewDialog,
};
