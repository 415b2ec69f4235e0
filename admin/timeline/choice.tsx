interface ChoiceProps {
  state: string;
  chosen: { a: string | undefined; b: string | undefined };
  /** what is chosen, in words */
  of: string;
}

/** The two places of a comparison, for one state. */
export const Choice = ({ state, chosen, of }: ChoiceProps) => (
  <div className="timeline__choice">
    {(['a', 'b'] as const).map((side) => (
      <label key={side}>
        <span aria-hidden="true">{side.toUpperCase()}</span>
        <input
          type="radio"
          name={side}
          value={state}
          defaultChecked={chosen[side] === state}
          aria-label={side === 'a' ? `Compare from ${of}` : `Compare to ${of}`}
        />
      </label>
    ))}
  </div>
);
