'use client';
import { useConfig, useDocumentInfo, useField } from '@payloadcms/ui';
import { useEffect, useId, useState } from 'react';
import { readColleagues, type ColleagueChoice } from '../assignments/ask-assign.ts';
import '../assignments/assignments.css';

/** Who does one's work meanwhile, chosen by name. The rules are the server's. */
export function Substitute() {
  const { config } = useConfig();
  const { id } = useDocumentInfo();
  const { value, setValue } = useField<string | null>({ path: 'substitute' });
  const [choices, setChoices] = useState<ColleagueChoice[]>([]);
  const field = useId();
  const { api } = config.routes;
  useEffect(() => {
    let gone = false;
    void readColleagues(api).then((all) => (gone ? undefined : setChoices(all)));
    return () => {
      gone = true;
    };
  }, [api]);
  const others = choices.filter(({ account }) => account !== String(id));
  return (
    <div className="field-type account-substitute">
      <label className="field-label" htmlFor={field}>
        Stands in meanwhile
      </label>
      <select
        id={field}
        value={value ?? ''}
        aria-describedby={`${field}-help`}
        onChange={(event) => setValue(event.target.value || null)}
      >
        <option value="">Nobody</option>
        {value && !others.some(({ account }) => account === value) && <option value={value}>Somebody who left</option>}
        {others.map(({ account, name, role }) => (
          <option key={account} value={account}>
            {name} ({role})
          </option>
        ))}
      </select>
      <p id={`${field}-help`} className="field-description">
        Sees what is assigned to you while you are away: somebody who may do all that you may, and is there. Say both
        days above.
      </p>
    </div>
  );
}
