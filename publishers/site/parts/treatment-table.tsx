import type { ReactNode } from 'react';
import type { TreatmentContent } from '../../../model/entries/treatment.ts';
import { ifProved } from '../../../release-log/integrity.ts';
import type { Library, LibraryEntry } from '../../../release-log/library.ts';
import { pathOf } from '../../addresses.ts';
import { HEADINGS } from '../../wording/headings.ts';
import { treatmentKindLabel } from '../../wording/labels.ts';
import { byEvidence } from '../references.ts';
import { EvidenceMeter, STRENGTH_NOT_SIZE } from './evidence.tsx';
import { EntryLink } from './entry-lists.tsx';

/** A treatment with its text; without, where the text does not verify: title and grade are proved by the index. */
interface Choice {
  entry: LibraryEntry;
  text: TreatmentContent | null;
}

/** Strongest evidence first, as `byEvidence` ranks. */
export async function choicesOf(library: Library, entries: LibraryEntry[]): Promise<Choice[]> {
  const choices = await Promise.all(
    entries.map(async (entry) => {
      const text = (await ifProved(library.released(entry.uid)))?.snapshot;
      return { entry, text: text?.type === 'treatment' ? text : null };
    }),
  );
  return byEvidence(choices, ({ entry }) => entry);
}

/** Treatments beside each other: how sure studies are, of what the grade speaks, and the first thing to take care of. */
export function TreatmentTable({ choices, caption }: { choices: Choice[]; caption: string }): ReactNode {
  const isGraded = choices.some(({ entry }) => entry.evidenceLevel !== null);
  return (
    <>
      {isGraded && <p className="s measure">{STRENGTH_NOT_SIZE}</p>}
      <table className="t">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{HEADINGS.treatment}</th>
            <th scope="col">{HEADINGS.grade}</th>
            <th scope="col">{HEADINGS.cautions}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map(({ entry, text }) => (
            <tr key={entry.uid}>
              <th scope="row">
                <EntryLink entry={entry} />
              </th>
              <td data-l={HEADINGS.grade}>
                <Grade entry={entry} text={text} />
              </td>
              <td data-l={HEADINGS.cautions}>
                <Care entry={entry} text={text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Grade({ entry, text }: Choice): ReactNode {
  if (entry.evidenceLevel === null) return <span className="s">{treatmentKindLabel(entry.treatmentKind)}</span>;
  return (
    <>
      <EvidenceMeter level={entry.evidenceLevel} />
      {text !== null && text.evidence.forWhat !== '' && <p className="s">For: {text.evidence.forWhat}</p>}
    </>
  );
}

/** The caution that its page names first, and the way to the others: nobody should take it for the whole. */
function Care({ entry, text }: Choice): ReactNode {
  const cautions = text?.cautions ?? [];
  const [first] = cautions;
  const link = (id: string, words: string) => <a href={`${pathOf(entry)}#${id}`}>{words}</a>;
  if (text !== null && text.medicines.length > 0) {
    return (
      <>
        {first} {link('medicines', HEADINGS.mustNot)}
      </>
    );
  }
  if (first === undefined) return link('main', 'See its page');
  return (
    <>
      {first} {cautions.length > 1 && link('cautions', `All ${cautions.length} cautions`)}
    </>
  );
}
