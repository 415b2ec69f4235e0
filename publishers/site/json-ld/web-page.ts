import type {
  BreadcrumbList,
  CreativeWork,
  MedicalSignOrSymptom,
  MedicalWebPage,
  Organization,
  Person,
  WebSite,
  WithContext,
} from 'schema-dts';
import type { EntryContent } from '../../../model/entries/entries.ts';
import type { SourceContent } from '../../../model/entries/shared.ts';
import type { ClinicianSnapshot } from '../../../model/release-row.ts';
import { cardPath, clinicianUrl, pageUrl } from '../../addresses.ts';
import type { NavLink } from '../../html/frame.tsx';
import { dayOf } from '../../wording/dates.ts';
import { bylinesOf, clinicianName, registration } from '../../wording/reviewers.ts';
import { SITE_NAME } from '../../wording/site-name.ts';
import { liveOf } from '../references.ts';
import type { ReadingContext, RowOf } from '../view.ts';
import { aboutOf, type Subject } from './about.ts';

interface PageShown {
  breadcrumbs: NavLink[];
  description: string;
}

/**
 * An entry's page as schema.org describes medical pages (https://schema.org/MedicalWebPage): who reviewed it and when,
 * on what it rests, what it is about. Nothing that the page does not say. Never as questions and answers: a search
 * engine that shows one answer alone leaves out what makes it safe.
 */
export function medicalWebPage(
  row: RowOf<EntryContent>,
  { breadcrumbs, description }: PageShown,
  { siteUrl, library }: ReadingContext,
): WithContext<MedicalWebPage> {
  const url = pageUrl(siteUrl, row);
  const subject: Subject = { library, siteUrl };
  const signs = warningSigns(row.snapshot, subject);
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    '@id': url,
    url,
    name: row.snapshot.title,
    description,
    image: siteUrl + cardPath(row.seq),
    inLanguage: row.locale,
    version: row.version,
    datePublished: row.firstReleasedAt,
    dateModified: row.releasedAt,
    lastReviewed: dayOf(row.reviewedAt),
    reviewedBy: bylinesOf(row.approvals).map(({ clinician }) => toPerson(clinician, siteUrl)),
    publisher: publisherOf(siteUrl),
    publishingPrinciples: `${siteUrl}/editorial-policy`,
    audience: { '@type': 'PeopleAudience', audienceType: 'Patient' },
    about: aboutOf(row.snapshot, subject),
    ...(signs.length > 0 ? { mentions: signs } : {}),
    citation: row.snapshot.sources.map(toCitation),
    breadcrumb: breadcrumbList(breadcrumbs, siteUrl),
  };
}

/** The home page: what the whole is called, whose it is, and where to search it. */
export const aboutTheSite = (siteUrl: string): WithContext<WebSite> => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: SITE_NAME,
  url: `${siteUrl}/`,
  publisher: publisherOf(siteUrl),
});

const publisherOf = (siteUrl: string): Organization => ({
  '@type': 'Organization',
  name: SITE_NAME,
  url: `${siteUrl}/`,
  logo: `${siteUrl}/apple-touch-icon.png`,
});

const breadcrumbList = (links: readonly NavLink[], siteUrl: string): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: links.map(({ href, label }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: label,
    item: { '@type': 'WebPage', '@id': siteUrl + href },
  })),
});

/** Signs to get help with: what a page warns of is no sign of what the page is about, so it is only mentioned. */
function warningSigns(content: EntryContent, { library, siteUrl }: Subject): MedicalSignOrSymptom[] {
  const uids = 'redFlags' in content ? content.redFlags : [];
  return liveOf(library, uids).map((flag) => ({
    '@type': 'MedicalSignOrSymptom',
    name: flag.title,
    url: pageUrl(siteUrl, flag),
  }));
}

/** The page of a clinician: who they were at the latest of their approvals, from the log alone. */
export const aboutClinician = (clinician: ClinicianSnapshot, siteUrl: string): WithContext<Person> => ({
  '@context': 'https://schema.org',
  ...toPerson(clinician, siteUrl),
});

const toPerson = (clinician: ClinicianSnapshot, siteUrl: string) => ({
  '@type': 'Person' as const,
  name: clinicianName(clinician),
  url: clinicianUrl(siteUrl, clinician.slug),
  honorificSuffix: clinician.credentials,
  knowsAbout: clinician.specialty,
  identifier: registration(clinician),
});

const toCitation = ({ title, url, publisher, year, doi }: SourceContent): CreativeWork => ({
  '@type': 'CreativeWork',
  name: title,
  url,
  publisher: { '@type': 'Organization', name: publisher },
  ...(year === null ? {} : { datePublished: String(year) }),
  ...(doi === null ? {} : { sameAs: `https://doi.org/${doi}` }),
});
