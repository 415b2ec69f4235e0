'use client';
import { useId, type ReactNode } from 'react';
import { counted } from '../workflow/words.ts';
import { addressOf, channelsOf, type Look } from './look.ts';
import { PreviewFrame } from './preview-frame.tsx';
import type { Offers } from './use-previews.ts';

interface PreviewPaneProps {
  offers: Offers;
  look: Look;
  onLook: (change: Partial<Look>) => void;
  /** the revision that is shown */
  revision: string;
  /** of what readers have; null when they have nothing */
  liveVersion: string | null;
  chosen: number | null;
  count: number;
  onChoose: (number: number) => void;
  onStep: (by: 1 | -1) => void;
  onFrame: (frame: Document | null) => void;
  /** stands in its place until there is one */
  instead: ReactNode;
}

/** What a reader will get, from the channels themselves. */
export function PreviewPane(props: PreviewPaneProps) {
  const { offers, look, onLook, revision, liveVersion, chosen, count, onChoose, onStep, onFrame, instead } = props;
  const known = typeof offers === 'string' ? [] : offers;
  const channels = channelsOf(known);
  const address = addressOf(known, look, { revision, hasLive: liveVersion !== null });
  const lessons = known.filter(({ channel }) => channel === 'mail');
  return (
    <section className="review-left" aria-label="Preview">
      <div className="review-tools" role="group" aria-label="How it is shown">
        {channels.length > 0 && (
          <Segments
            legend="Channel"
            value={look.channel}
            choices={channels.map((channel) => [channel, CHANNEL_WORDS[channel]])}
            onChange={(channel) => onLook({ channel })}
          />
        )}
        {look.channel === 'mail' && lessons.length > 1 && (
          <select
            aria-label="Lesson"
            value={lessons[look.lesson % lessons.length]?.url}
            onChange={({ target }) => onLook({ lesson: lessons.findIndex(({ url }) => url === target.value) })}
          >
            {lessons.map(({ url, title, draft }) => (
              <option key={url} value={url}>
                {title}
                {draft && ', in a draft of the course'}
              </option>
            ))}
          </select>
        )}
        <Segments
          legend="Width"
          value={look.phone ? 'phone' : 'desktop'}
          choices={[
            ['desktop', 'Desktop'],
            ['phone', 'Phone'],
          ]}
          onChange={(width) => onLook({ phone: width === 'phone' })}
        />
        {liveVersion !== null && (
          <Segments
            legend="Text"
            value={look.before ? 'before' : 'after'}
            choices={[
              ['before', 'Before'],
              ['after', 'After'],
            ]}
            onChange={(side) => onLook({ before: side === 'before' })}
          />
        )}
        {liveVersion !== null && !look.before && (
          <label className="review-tick">
            <input type="checkbox" checked={look.marks} onChange={({ target }) => onLook({ marks: target.checked })} />
            <span>Marks</span>
          </label>
        )}
        <span className="review-tools__end">
          {liveVersion !== null && (
            <span className="review-quiet">Against version {liveVersion}, which readers have</span>
          )}
          {count > 0 && (
            <span className="review-steps">
              <button type="button" onClick={() => onStep(-1)} aria-label="K, previous change">
                <span aria-hidden="true">‹</span> <kbd>K</kbd>
              </button>
              <span>{chosen === null ? counted(count, 'change') : `${chosen} of ${count}`}</span>
              <button type="button" onClick={() => onStep(1)} aria-label="J, next change">
                <kbd>J</kbd> <span aria-hidden="true">›</span>
              </button>
            </span>
          )}
        </span>
      </div>
      <div className={`review-stage${look.phone ? ' review-stage--phone' : ''}`}>
        {address === null ? (
          <div className="review-paper">{instead}</div>
        ) : (
          <PreviewFrame address={address} chosen={chosen} onChoose={onChoose} onFrame={onFrame} />
        )}
      </div>
    </section>
  );
}

const CHANNEL_WORDS = { page: 'Page', mail: 'Mail', feed: 'Feed' } as const;

interface SegmentsProps<Value extends string> {
  legend: string;
  value: Value;
  choices: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
}

/** A few choices side by side, one of them chosen. */
function Segments<Value extends string>({ legend, value, choices, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="review-segments">
      <legend className="desk-unseen">{legend}</legend>
      {choices.map(([each, words]) => (
        <label key={each}>
          <input type="radio" name={name} checked={each === value} onChange={() => onChange(each)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
