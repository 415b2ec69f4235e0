import type { ReactNode } from 'react';
import { EVIDENCE_LEVELS } from '../../../model/entries/treatment.ts';
import { FoldedGroup } from '../hub/folded-group.tsx';
import { EvidenceMeter } from '../parts/evidence.tsx';
import { Shown } from './part.tsx';

const CARDS = ['A card', 'Another card', 'A third card'];

/** What reading pages are made of. */
export const Reading = (): ReactNode => (
  <>
    <Shown name="Title and trust line">
      <div className="head">
        <p className="kick">Kind of page</p>
        <h1>A title of a page</h1>
        <p className="s">Also called another title</p>
        <p className="lede">The summary of a page, one size above its text.</p>
        <ul className="trust">
          <li>
            Approved by <a href="#a">a name</a>
          </li>
          <li>Reviewed on a day</li>
          <li>
            <span className="tag day">Review was due on a day</span>
          </li>
        </ul>
      </div>
    </Shown>
    <Shown name="Text">
      <div className="flow">
        <p>
          A paragraph with <b>bold words</b>, <a href="#a">a link</a>,{' '}
          <a className="word" href="#a">
            a word explained
          </a>
          , a claim
          <sup>
            <a href="#a" aria-label="Source 1">
              1
            </a>
          </sup>{' '}
          and <code>a fingerprint</code>.
        </p>
        <h3>A heading of the third level</h3>
        <ul>
          <li>An item</li>
          <li>Another item</li>
        </ul>
        <p>
          <ins>words added</ins> <del>words removed</del> <mark>words found</mark>
        </p>
      </div>
      <details className="fold">
        <summary>
          <h3>A passage that is folded</h3>
        </summary>
        <p>Its words.</p>
      </details>
    </Shown>
    <Shown name="Key facts">
      <dl className="facts">
        {['One', 'Two', 'Three'].map((term) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>An answer</dd>
          </div>
        ))}
      </dl>
    </Shown>
    <Shown name="Table">
      <table className="t">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Evidence</th>
            <th scope="col">Take care</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <a href="#a">A row</a>
              <p className="s">A small line</p>
            </th>
            <td data-l="Evidence">
              <EvidenceMeter level="good" />
            </td>
            <td data-l="Take care">A caution</td>
          </tr>
        </tbody>
      </table>
    </Shown>
    <Shown name="Cards and groups">
      <FoldedGroup
        heading={
          <>
            <span className="n" aria-hidden="true">
              1
            </span>
            A group
          </>
        }
        names={CARDS}
        open
      >
        <ul className="grid">
          {CARDS.map((title) => (
            <li key={title} className="card">
              <h4>
                <a href="#main">{title}</a>
              </h4>
              <p>One line.</p>
            </li>
          ))}
        </ul>
      </FoldedGroup>
      {EVIDENCE_LEVELS.map((level) => (
        <FoldedGroup key={level} heading={<EvidenceMeter level={level} />} names={['Something to do']} open={false}>
          <p>One line.</p>
        </FoldedGroup>
      ))}
    </Shown>
  </>
);
