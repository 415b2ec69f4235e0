'use client';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { counted } from '../workflow/words.ts';
import { mentionAt, namesLike, type Colleague } from './mentions.ts';

interface MentionBoxProps {
  label: string;
  value: string;
  people: readonly Colleague[];
  onChange: (value: string) => void;
  onSend: () => void;
  autoFocus?: boolean;
  rows?: number;
}

/** A field for words to colleagues: `@` offers their names. Ctrl and Enter send. */
export function MentionBox({ label, value, people, onChange, onSend, autoFocus = false, rows = 3 }: MentionBoxProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const asked = mentionAt(value, caret);
  const offered = asked && closedAt !== asked.from ? namesLike(people, asked.name) : [];
  const at = Math.min(chosen, offered.length - 1);

  const take = ({ name }: Colleague) => {
    if (!asked) return;
    const before = `${value.slice(0, asked.from)}@${name} `;
    onChange(before + value.slice(caret));
    setCaret(before.length);
    setChosen(0);
    box.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
      return;
    }
    const one = offered[at];
    if (!one) return;
    if (event.key === 'ArrowDown') setChosen((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setChosen((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(one);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      setClosedAt(asked?.from ?? null);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="comments__field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={box}
        rows={rows}
        maxLength={4000}
        value={value}
        // Whoever opened it is about to write.
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-names` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
        onChange={({ target }) => {
          onChange(target.value);
          setCaret(target.selectionStart);
        }}
        onSelect={({ currentTarget }) => {
          setCaret(currentTarget.selectionStart);
        }}
        onKeyDown={press}
      />
      {offered.length > 0 && (
        <ul id={`${id}-names`} role="listbox" aria-label="Colleagues" className="comments__names">
          {offered.map((one, i) => (
            <li
              key={one.id}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === at}
              onMouseDown={(event) => {
                event.preventDefault();
                take(one);
              }}
            >
              {one.name}
            </li>
          ))}
        </ul>
      )}
      <span className="comments__hint" role="status">
        {offered.length > 0 ? `${counted(offered.length, 'name')}; arrows and Enter choose` : ''}
      </span>
    </div>
  );
}
