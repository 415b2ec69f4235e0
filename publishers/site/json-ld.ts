import type { EntryContent } from '../../model/entries/entries.ts';
import type { Approval } from '../../model/release-row.ts';
import { pageUrl } from '../addresses.ts';
import { dayOf } from '../wording/dates.ts';
import { bylinesOf, clinicianName, registration } from '../wording/reviewers.ts';
import type { EntryView, ReadingContext, RowOf } from './view.ts';

/** The page as schema.org describes medical pages (https://schema.org/MedicalWebPage). */
export const medicalWebPage = (
  row: RowOf<EntryContent>,
  view: EntryView,
  { siteUrl }: ReadingContext,
  description: string,
): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'MedicalWebPage',
  '@id': pageUrl(siteUrl, row),
  url: pageUrl(siteUrl, row),
  name: row.snapshot.title,
  description,
  inLanguage: row.locale,
  version: row.version,
  datePublished: row.firstReleasedAt,
  dateModified: row.releasedAt,
  lastReviewed: dayOf(row.reviewedAt),
  reviewedBy: bylinesOf(row.approvals).map(toPerson),
  audience: { '@type': 'PeopleAudience', audienceType: 'Patient' },
  about: view.about,
  citation: row.snapshot.sources.map(({ title, url }) => ({ '@type': 'CreativeWork', name: title, url })),
  breadcrumb: {
    '@type': 'BreadcrumbList',
    itemListElement: view.breadcrumbs.map(({ href, label }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      item: siteUrl + href,
    })),
  },
});

export const icd10Code = (codeValue: string) => ({ '@type': 'MedicalCode', codeValue, codingSystem: 'ICD-10' });

const toPerson = ({ clinician }: Approval) => ({
  '@type': 'Person',
  name: clinicianName(clinician),
  honorificSuffix: clinician.credentials,
  knowsAbout: clinician.specialty,
  identifier: registration(clinician),
});
