import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConfig, type SanitizedConfig } from 'payload';
import sharp from 'sharp';
import { BODY_MAPS } from './body-maps.ts';
import { ADMIN_VIEWS, DASHBOARD } from './admin/views.ts';
import { ADMIN_WORDS } from './admin/words.ts';
import { apiKeys } from './collections/api-keys.ts';
import {
  auditEvents,
  cursors,
  entryStatus,
  signingKeys,
  slugHistory,
  workerHeartbeats,
} from './collections/bookkeeping.ts';
import { causes } from './collections/causes.ts';
import { bulkEndpoints } from './collections/change-sets/bulk-endpoints.ts';
import { changeSets } from './collections/change-sets/change-sets.ts';
import { clinicians } from './collections/clinicians.ts';
import { comments } from './collections/comments.ts';
import { courses } from './collections/courses.ts';
import { deskJobs } from './collections/desk-jobs.ts';
import { deletedDrafts } from './collections/deleted-drafts.ts';
import { deliveries, deliveryContents } from './collections/deliveries.ts';
import { enrolments } from './collections/enrolments.ts';
import { expertLinks } from './collections/expert-links.ts';
import { finderWords } from './collections/finder-words.ts';
import { guides } from './collections/guides.ts';
import { locations } from './collections/locations.ts';
import { mailCounts } from './collections/mail-counts.ts';
import { media } from './collections/media.ts';
import { redFlags } from './collections/red-flags.ts';
import { requestCounts } from './collections/request-counts.ts';
import { notices } from './collections/notices.ts';
import { releases } from './collections/releases.ts';
import { reports } from './collections/reports/report-endpoint.ts';
import { calendarLinks } from './collections/review-calendar/calendar-links.ts';
import { reviews } from './collections/reviews.ts';
import { finder } from './collections/shared/finder-endpoint.ts';
import { guardEditLocks } from './collections/shared/edit-locks.ts';
import { answerForUnknownPreferences } from './collections/shared/preferences.ts';
import type { PreviewInstallation } from './collections/shared/preview-endpoint.ts';
import { FILTERS_OF_STAFF, sortableFilters } from './collections/shared/saved-filters.ts';
import { guardRequests } from './collections/shared/requests.ts';
import { answerErrors } from './collections/shared/answer-errors.ts';
import type { StaffLimits } from './collections/shared/staff-door/limits.ts';
import { loginGetsRoom } from './collections/shared/staff-door/login-on-full-disk.ts';
import { staffDoor } from './collections/shared/staff-door/staff-door.ts';
import { jsonAsText } from './collections/shared/json-as-text.ts';
import { richText } from './collections/shared/rich-text.ts';
import { setUpTokens } from './collections/set-up-tokens.ts';
import { sources } from './collections/sources.ts';
import { terms } from './collections/terms.ts';
import { subscribers } from './collections/subscribers.ts';
import { suppressions } from './collections/suppressions.ts';
import { treatments } from './collections/treatments.ts';
import { users } from './collections/users.ts';
import { databaseAdapter } from './database/adapter.ts';
import type { Services } from './editorial/records/services.ts';
import type { Policy } from './editorial/rules/policy.ts';
import { emergencyNumbers } from './model/emergency-numbers.ts';
import { headMarkFile } from './release-log/head-mark.ts';
import { toConsole } from './release-log/on-trouble.ts';
import { loadSigningKey } from './release-log/signing-key.ts';
import type { SigningKey } from './release-log/signature.ts';
import { EnvError, type Env } from './env.ts';
import { POLICY, STAFF_LIMITS } from './policy.ts';
import { payloadEmailAdapter } from './publishers/email/payload-email-adapter.ts';
import { proveDkim } from './publishers/email/transport/dkim-probe.ts';
import { figureFilesIn } from './runtime/figure-files.ts';
import { lineWithoutNames, loggedError } from './runtime/logged-error.ts';
import { keepPrivate } from './runtime/private-files.ts';
import { createTransport } from './publishers/email/transport/transport.ts';

const ROOT = path.dirname(fileURLToPath(import.meta.url));

export interface ConfigOptions {
  /** for tests: the time as the verbs see it */
  now?: () => Date;
  /** for tests: leaves jobs of the desk to whoever runs them */
  jobsAtOnce?: boolean;
  /** for tests: another policy than the installation's */
  policy?: Policy;
  /** for tests: where the lines of the log go */
  logTo?: { write: (line: string) => void };
  /** for tests: other limits than the installation's */
  staffLimits?: StaffLimits;
}

/**
 * The Payload configuration for an environment. A function, so that tests run it on any database. Throws EnvError when
 * mail that is to be signed cannot be.
 */
export async function createConfig(
  env: Env,
  { now = () => new Date(), policy = POLICY, staffLimits = STAFF_LIMITS, jobsAtOnce = true, logTo }: ConfigOptions = {},
): Promise<SanitizedConfig> {
  let key: Promise<SigningKey> | undefined;
  // Payload brings its logger when it has started.
  let onTrouble = toConsole;
  const services: Services = {
    now,
    policy,
    jobsAtOnce,
    headMark: headMarkFile(env.dataDir),
    signingKey: () =>
      (key ??= loadSigningKey({
        configured: env.signingKey,
        dataDir: env.dataDir,
        onTrouble: (...said) => {
          onTrouble(...said);
        },
      })),
  };
  const unsigned = env.dkim && (await proveDkim(env.dkim, env.mailFrom));
  if (unsigned) throw new EnvError([`DKIM_PRIVATE_KEY: ${unsigned}`]);
  const mail = createTransport(env.mailUrl, {
    outboxDir: path.join(env.dataDir, 'outbox'),
    ...(env.dkim ? { dkim: env.dkim } : {}),
    ...(env.bounceAddress ? { bounceAddress: env.bounceAddress } : {}),
  });
  const config = await buildConfig({
    secret: env.payloadSecret,
    serverURL: '',
    csrf: [env.siteUrl, ...(env.demo ? [`http://localhost:${env.port}`, `http://127.0.0.1:${env.port}`] : [])],
    db: await databaseAdapter(env.databaseUrl, { reserveBytes: env.diskReserveBytes }),
    editor: richText,
    i18n: { translations: ADMIN_WORDS },
    sharp,
    telemetry: false,
    logger: {
      options: { level: env.logLevel, serializers: { err: loggedError }, hooks: { streamWrite: lineWithoutNames } },
      ...(logTo ? { destination: logTo } : {}),
    },
    onInit: (payload) => {
      keepPrivate(env.dataDir);
      onTrouble = (what, error) => {
        payload.logger.error({ err: error, msg: what });
      };
    },
    // The log counts, and a cursor names, documents by their own ids: nothing public shows a database id.
    collections: jsonAsText([
      guides,
      causes,
      treatments,
      redFlags,
      courses,
      sources,
      locations,
      terms,
      media(env.dataDir),
      users({
        siteUrl: env.siteUrl,
        demo: env.demo,
        door: staffDoor({
          secret: env.payloadSecret,
          limits: staffLimits,
          trustedProxies: env.trustedProxies,
          https: env.siteUrl.startsWith('https:'),
        }),
      }),
      clinicians,
      deletedDrafts,
      deskJobs,
      changeSets,
      entryStatus,
      finderWords,
      reviews,
      notices,
      comments,
      expertLinks,
      releases,
      subscribers,
      enrolments,
      deliveries,
      deliveryContents,
      suppressions,
      requestCounts,
      setUpTokens,
      apiKeys,
      calendarLinks(env.siteUrl),
      auditEvents,
      slugHistory,
      cursors,
      signingKeys,
      workerHeartbeats,
    ]),
    endpoints: [finder, mailCounts, reports, ...bulkEndpoints],
    graphQL: { disablePlaygroundInProduction: true, maxComplexity: 1000 },
    upload: { limits: { fileSize: 20 * 1024 * 1024 } },
    maxDepth: 3,
    queryPresets: FILTERS_OF_STAFF,
    hooks: { afterError: [answerErrors] },
    admin: {
      user: 'users',
      importMap: { baseDir: ROOT },
      meta: { titleSuffix: '· Imprimatur' },
      dateFormat: 'd MMM yyyy, HH:mm',
      // Gravatar would tell a third party who works here.
      avatar: 'default',
      // Payload's own page says neither whose password it is, nor what to do about a link that has ended.
      routes: { reset: '/reset-without-words' },
      components: {
        views: { ...ADMIN_VIEWS, dashboard: DASHBOARD },
        graphics: { Logo: '/admin/brand.tsx#Logo', Icon: '/admin/brand.tsx#Icon' },
        header: [demoMarker(env)],
        actions: ['/admin/finder/finder.tsx#Finder', '/admin/notices/bell.tsx#Bell'],
        beforeLogin: [demoMarker(env)],
        providers: ['/admin/unsaved/forget-at-log-out.tsx#ForgetAtLogOut'],
        afterNavLinks: ['/admin/nav/desk-links.tsx#DeskLinks'],
      },
    },
    custom: { services, mail, preview: previewInstallation(env) },
    email: payloadEmailAdapter(mail, env.mailFrom),
    // The committed types are made on request: ids are numbers or strings by whatever database happens to run.
    typescript: { autoGenerate: false, outputFile: path.join(ROOT, 'payload-types.ts') },
  });
  return loginGetsRoom(guardRequests(guardEditLocks(answerForUnknownPreferences(sortableFilters(config)))));
}

const previewInstallation = ({
  siteUrl,
  demo,
  emergencyCountry,
  postalAddress,
  dataDir,
}: Env): PreviewInstallation => ({
  ...{ siteUrl, demo, postalAddress },
  emergency: emergencyNumbers(emergencyCountry),
  maps: BODY_MAPS,
  figureFile: figureFilesIn(dataDir),
});

const demoMarker = ({ demo }: Env) => ({
  path: '/admin/demo-marker.tsx#DemoMarker',
  serverProps: { demo },
});
