import { Link } from '@payloadcms/ui';
import type { AdminViewServerProps, PayloadRequest } from 'payload';
import { PERIODS, reportRequest, type ReportRequest } from '../../collections/reports/report-request.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { readTitles } from '../../editorial/reports/read-titles.ts';
import { REPORTS } from '../../editorial/reports/reports.ts';
import { REPORT_NAMES, type Report } from '../../editorial/rules/reports/report.ts';
import { CodedError } from '../../model/errors.ts';
import { COLLECTION_OF } from '../../model/entries/types.ts';
import { DeskView, staffOf } from '../desk-view/desk-view.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { ReportTable } from './report-table.tsx';
import './reports.css';

/** Rows on the screen; a longer table is for a spreadsheet. */
const SHOWN = 200;

/** /admin/reports/{name}?days=: one report at a time, and the list of all. */
export async function ReportsView(props: AdminViewServerProps) {
  staffOf(props);
  const { req } = props.initPageResult;
  const { admin, api } = req.payload.config.routes;
  const asked = props.params?.segments?.[1] ?? REPORT_NAMES[0];
  const days = props.searchParams?.days;
  const request = read(() => reportRequest({ report: asked, days }, servicesOf(req.payload).now()));
  return (
    <DeskView {...props}>
      <div className="reports">
        <h1>Reports</h1>
        <nav aria-label="Reports" className="reports__menu">
          <ul>
            {REPORT_NAMES.map((name) => (
              <li key={name}>
                <Link
                  href={`${admin}/reports/${name}`}
                  prefetch={false}
                  {...(name === asked ? { 'aria-current': 'page' } : {})}
                >
                  {REPORTS[name].title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {typeof request === 'string' ? (
          <p role="alert">{request}</p>
        ) : (
          <OneReport request={request} report={await REPORTS[request.report].read(req, request.period)} req={req} />
        )}
        <CalendarLink api={api} />
      </div>
    </DeskView>
  );
}

/** What was asked for, or what is wrong with it in words. */
function read(work: () => ReportRequest): ReportRequest | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof CodedError) return error.message;
    throw error;
  }
}

interface OneReportProps {
  request: ReportRequest;
  report: Report;
  req: PayloadRequest;
}

async function OneReport({ request: { report: name, days }, report, req }: OneReportProps) {
  const { admin, api } = req.payload.config.routes;
  const shown = report.rows.slice(0, SHOWN);
  const entries = await readTitles(
    req,
    shown.flatMap(({ entry }) => entry?.uid ?? []),
  );
  const { title, says, overTime } = REPORTS[name];
  return (
    <section aria-labelledby="report-title">
      <header className="reports__head">
        <h2 id="report-title">{title}</h2>
        <p>{says}</p>
        {overTime && (
          <p className="reports__periods">
            {PERIODS.map((period) => (
              <Link
                key={period}
                href={`${admin}/reports/${name}?days=${period}`}
                prefetch={false}
                {...(period === days ? { 'aria-current': 'true' } : {})}
              >
                {period} days
              </Link>
            ))}
          </p>
        )}
        <p>
          <a href={`${api}/reports/${name}?days=${days}&format=csv`}>Download as CSV</a>
        </p>
      </header>
      {report.totals && (
        <ul className="reports__totals">
          {report.totals.map(({ label, value }) => (
            <li key={label}>
              <strong>{value}</strong> {label}
            </li>
          ))}
        </ul>
      )}
      <ReportTable
        columns={report.columns}
        caption={title}
        rows={shown.map(({ cells, entry }) => {
          const found = entry && entries.get(entry.uid);
          return {
            cells,
            href: found ? `${admin}/collections/${COLLECTION_OF[found.type]}/${found.entryId}` : null,
          };
        })}
      />
      {report.rows.length > shown.length && (
        <p>
          The first {shown.length} of {report.rows.length} rows. All of them are in the CSV.
        </p>
      )}
    </section>
  );
}
