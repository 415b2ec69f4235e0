import type { ReactNode } from 'react';
import type { EmergencyNumber } from '../../model/emergency-numbers.ts';
import type { EntryContent } from '../../model/entries/entries.ts';
import type { ReleasedRow } from '../../model/release-row.ts';
import type { NavLink } from '../html/frame.tsx';
import type { Library, LibraryEntry } from '../../release-log/library.ts';
import type { BodyMap } from './finding/body-map.ts';

/** What a page may know beside its row. */
export interface ReadingContext {
  library: Library;
  siteUrl: string;
  demo: boolean;
  /** emergency numbers, the site's own first; numbers of several countries unless told */
  emergency?: readonly EmergencyNumber[] | undefined;
  /** drawings of parts of the body, by body area; a guide without one has the list of its places alone */
  maps?: readonly BodyMap[] | undefined;
  /** clinicians who are struck off now, by uid, asked while rendering so that no answer is kept as newer; nobody unless told */
  struckOff?: () => ReadonlySet<string>;
  /** UTC day, YYYY-MM-DD */
  today: string;
}

/** A released row whose snapshot is of one type. */
export type RowOf<Content extends EntryContent> = Omit<ReleasedRow, 'snapshot'> & { snapshot: Content };

/** A part of a page with a heading of its own; listed in the table of contents. */
export interface Part {
  id: string;
  label: string;
  body: ReactNode;
}

/** What differs between the types of entry; `entry-page.tsx` draws the rest. */
export interface EntryView {
  eyebrow: ReactNode;
  alsoCalled: string[];
  summary: string | null;
  /** a line under the summary: the grade of its evidence, for example */
  grade?: ReactNode;
  /** what must not wait, with the id `HELP_ID`; before all parts */
  help: ReactNode;
  /** the page is about an emergency: help comes before all but the title, inside the first screen of a phone */
  isEmergency?: boolean;
  /** help comes right after who approved the page, before what it is about: readers may be here with any of its signs */
  helpBeforeSummary?: boolean;
  /** the answers at a glance; before help, unless the page is about an emergency */
  glance?: ReactNode;
  /** stands before the parts: where the page belongs, cautions */
  first: ReactNode;
  parts: Part[];
  breadcrumbs: NavLink[];
}

/** An entry together with the ones that belong to it. */
export interface Branch {
  entry: LibraryEntry;
  children: LibraryEntry[];
}

/** Drops the parts that have nothing in them. */
export const present = (parts: (Part | null | false)[]): Part[] => parts.filter((part): part is Part => !!part);
