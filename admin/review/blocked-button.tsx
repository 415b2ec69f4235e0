'use client';
import type { ReactNode } from 'react';

interface BlockedButtonProps {
  /** why it cannot be pressed now; null when it can */
  because: string | null;
  /** id of the element beside it that says so */
  reasonId: string;
  isMain?: boolean;
  onPress: () => void;
  /** what happens instead while it is blocked, e.g. the field that is missing takes the focus */
  onBlocked?: () => void;
  children: ReactNode;
}

/** A button that stays in reach while it is blocked, so that whoever lands on it hears why. */
export const BlockedButton = (props: BlockedButtonProps) => {
  const { because, reasonId, isMain = false, onPress, onBlocked, children } = props;
  return (
    <button
      type="button"
      className={`review-button${isMain ? ' review-button--main' : ''}`}
      aria-disabled={because === null ? undefined : true}
      aria-describedby={because === null ? undefined : reasonId}
      onClick={because === null ? onPress : onBlocked}
    >
      {children}
    </button>
  );
};
