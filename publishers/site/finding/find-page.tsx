import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../../model/emergency-numbers.ts';
import { pathOf } from '../../addresses.ts';
import { FINDING } from '../../wording/finding.ts';
import { EntryLink } from '../parts/entry-lists.tsx';
import type { LibraryEntry } from '../../../release-log/library.ts';
import { feltHere, wordsFor, type FinderMaterial, type FoundCause } from './finder-material.ts';
import { ASKED_ONSETS, finderPath, MOST_WORSE, toggled, type FinderAnswers } from './finder-query.ts';
import { hitsFor, type Hit } from './finder-rules.ts';
import { PainMap } from './pain-map.tsx';
import { SafetyFirst } from './safety-first.tsx';
import type { Worse } from './worse.ts';

type Numbers = readonly EmergencyNumber[];

/** Which guide to begin with, where there are several. */
export function FindChoice({ guides, total }: { guides: readonly LibraryEntry[]; total: number }): ReactNode {
  return (
    <>
      <div className="head">
        <h1>Where does it hurt?</h1>
        <p className="lede summary">Choose the part of the body that it is about.</p>
      </div>
      <ul className="hits plain">
        {guides.map((guide) => (
          <li key={guide.uid} className="card">
            <h2 className="h3">
              <a href={finderPath({ guide: guide.slug })}>{guide.title}</a>
            </h2>
            <p>{guide.summary}</p>
          </li>
        ))}
      </ul>
      {guides.length < total && (
        <p>
          <a href="/?list=guides">All {total.toLocaleString('en')} guides</a>
        </p>
      )}
    </>
  );
}

interface FinderProps {
  material: FinderMaterial;
  answers: FinderAnswers;
  /** what makes it worse, to choose from at the place of the answers */
  options: readonly Worse[];
  emergency: Numbers;
}

/** The finder of one guide: signs that must not wait, then the place, then what fits and why. */
export function Finder({ material, answers, options, emergency }: FinderProps): ReactNode {
  const { entry, map, places, causes, flags } = material;
  const begun = answers.location !== null || answers.onset !== null || answers.worse.length > 0;
  return (
    <>
      <div className="head">
        <h1>{entry.title}: where do you feel it?</h1>
        <p className="lede summary">
          Choose a place, then add what you know. Your answers stand in the address of this page and are stored nowhere.
        </p>
      </div>
      <SafetyFirst flags={flags} emergency={emergency} begun={begun} />
      {places.length === 0 ? (
        <p>
          No page of this guide says where it is felt. <EntryLink entry={entry} />
        </p>
      ) : (
        <nav id="map" aria-label="Places">
          <PainMap
            id="m"
            map={map}
            places={places.map((place) => ({
              ...place,
              href: finderPath({ ...answers, location: place.slug }),
              note: FINDING.pages(feltHere(causes, place.slug)),
              chosen: place.slug === answers.location,
            }))}
          />
        </nav>
      )}
      {begun && <Results material={material} answers={answers} options={options} />}
    </>
  );
}

function Results({ material, answers, options }: Omit<FinderProps, 'emergency'>): ReactNode {
  const { causes, places, entry } = material;
  const hits = hitsFor(causes, answers);
  const place = places.find(({ slug }) => slug === answers.location);
  return (
    <div className="cols found">
      <Refine material={material} answers={answers} options={options} />
      <section aria-labelledby="res" id="results">
        <h2 id="res">{FINDING.found(hits.length, place?.label ?? null)}</h2>
        <p>
          {FINDING.sortedBy} {FINDING.noDiagnosis}
        </p>
        <ol className="hits plain">
          {hits.map((hit) => (
            <HitCard key={hit.candidate.entry.uid} hit={hit} />
          ))}
        </ol>
        <p>
          Nothing here sounds right? <EntryLink entry={entry} /> has all causes, and says when to see somebody.
        </p>
      </section>
    </div>
  );
}

function HitCard({ hit: { candidate, reasons, against } }: { hit: Hit<FoundCause> }): ReactNode {
  return (
    <li className="card">
      <h3>
        <a href={pathOf(candidate.entry)}>{candidate.title}</a>
      </h3>
      <ul className="why" aria-label="Why it is listed">
        {reasons.map((reason) => (
          <li key={reason}>
            <Tick />
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      {against.length > 0 && (
        <p className="s">
          <b>Less like it:</b> {against.join('; ')}
        </p>
      )}
    </li>
  );
}

const Tick = (): ReactNode => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      d="M2.5 8.6l3.6 3.6 7.4-8"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);

const MOST_OPTIONS = 14;

/** What else may be said, each a link: a chosen one takes itself back. */
function Refine({ material, answers, options }: Omit<FinderProps, 'emergency'>): ReactNode {
  const { causes, entry } = material;
  const offered = offeredOf(options, answers.worse, causes);
  const to = (next: FinderAnswers) => `${finderPath(next)}#results`;
  return (
    <aside className="flow refine" aria-labelledby="more">
      <h2 id="more" className="h3">
        What else do you know?
      </h2>
      <Choice
        title="How it began"
        choices={ASKED_ONSETS.map((onset) => ({
          label: FINDING.began[onset],
          chosen: answers.onset === onset,
          href: to({ ...answers, onset: answers.onset === onset ? null : onset }),
        }))}
      />
      {offered.length > 0 && (
        <Choice
          title="What makes it worse"
          choices={offered.map(({ key, label }) => ({
            label,
            chosen: answers.worse.includes(key),
            href: to(toggled(answers, key)),
          }))}
        />
      )}
      <p>
        <a href={finderPath({ guide: entry.slug })}>Start again</a>
      </p>
    </aside>
  );
}

/** Options, with every chosen one among them so that it can be taken back; no other once no more can be said. */
function offeredOf(options: readonly Worse[], chosen: readonly string[], causes: readonly FoundCause[]): Worse[] {
  const isFull = chosen.length >= MOST_WORSE;
  const offered = options.filter(({ key }, i) => chosen.includes(key) || (!isFull && i < MOST_OPTIONS));
  const others = chosen.filter((key) => !offered.some((one) => one.key === key));
  return [...offered, ...others.map((key) => ({ key, label: wordsFor(key, causes) ?? key }))];
}

function Choice(props: { title: string; choices: { label: string; href: string; chosen: boolean }[] }): ReactNode {
  const { title, choices } = props;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="chips" aria-label={title}>
        {choices.map(({ label, href, chosen }) => (
          <li key={href}>
            <a href={href} aria-current={chosen ? 'true' : undefined}>
              {label}
              {chosen && <span className="vh"> (chosen; take back)</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
