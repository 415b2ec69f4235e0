import type { ReactNode } from 'react';
import { SearchField } from '../../html/frame.tsx';
import { Shown } from './part.tsx';

/** What asks, and what answers. */
export const Finding = (): ReactNode => (
  <>
    <Shown name="Search and chips">
      <SearchField className="big" label="A question" words="Search" placeholder="For example" />
      <ul className="chips">
        <li>
          <a href="#a" aria-current="true">
            Chosen
          </a>
        </li>
        <li>
          <a href="#b">To choose</a>
        </li>
      </ul>
      <ul className="chips az">
        <li>
          <a href="#a">A</a>
        </li>
        <li>
          <span>B</span>
        </li>
      </ul>
    </Shown>
    <Shown name="Result with its reason">
      <ol className="hits">
        <li className="card">
          <h3>
            <a href="#a">A result</a>
          </h3>
          <ul className="why">
            <li>A reason</li>
          </ul>
        </li>
      </ol>
    </Shown>
    <Shown name="Steps">
      <ol className="steps">
        {['A step', 'Another step'].map((title) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>What to do.</p>
          </li>
        ))}
      </ol>
    </Shown>
    <Shown name="Log of changes">
      <ol className="log">
        <li>
          <p>
            <span className="tag now">Safety</span> <b>Version 1.1</b> <span className="s">on a day</span>
          </p>
          <p>What changed.</p>
        </li>
      </ol>
    </Shown>
    <Shown name="Panel and form">
      <div className="panel split">
        <p>A panel with two columns.</p>
        <form className="flow">
          <p className="error">What is wrong, and how to mend it.</p>
          <label htmlFor="sample-field">A field</label>
          <input id="sample-field" type="email" aria-invalid="true" />
          <label className="check">
            <input type="checkbox" /> <span>A choice</span>
          </label>
          <button type="button">An act</button>
        </form>
      </div>
    </Shown>
  </>
);
