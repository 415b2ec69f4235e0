import type { Endpoint } from 'payload';
import { REPORTS } from '../../editorial/reports/reports.ts';
import { servicesOf } from '../../editorial/records/services.ts';
import { CodedError } from '../../model/errors.ts';
import { problem } from '../../publishers/http/problem.ts';
import { roleOf } from '../shared/access.ts';
import { reportRequest } from './report-request.ts';
import { toCsv } from './to-csv.ts';

/** GET /api/reports/{name}?days=&format=csv (docs/http.md): staff only. */
export const reports: Endpoint = {
  path: '/reports/:name',
  method: 'get',
  handler: async (req) => {
    if (roleOf(req) === null) return problem('not-authenticated', 'Log in first.');
    try {
      const now = servicesOf(req.payload).now();
      const { report, days, period } = reportRequest(
        { report: req.routeParams?.name, days: req.searchParams.get('days') },
        now,
      );
      const answer = await REPORTS[report].read(req, period);
      if (req.searchParams.get('format') === 'csv') {
        return new Response(toCsv(answer), {
          headers: {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': `attachment; filename="${report}-${now.toISOString().slice(0, 10)}.csv"`,
            'Cache-Control': 'no-store',
          },
        });
      }
      return Response.json({ report, days, ...answer }, { headers: { 'Cache-Control': 'no-store' } });
    } catch (error) {
      if (error instanceof CodedError) return problem(error.code, error.message, { extra: error.details });
      throw error;
    }
  },
};
