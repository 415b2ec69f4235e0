import { expect, it } from 'vitest';
import { toCsv } from '../../../collections/reports/to-csv.ts';

it('writes quotes, lines and nothing as RFC 4180 has them, and runs nobody’s text as a formula', () => {
  const columns = [
    { label: 'Entry', kind: 'text' as const },
    { label: 'Days', kind: 'number' as const },
  ];
  const texts = ['Sore, "stiff" hip', '=1+1', '+1', '-1', '@x', '\t=1', 'two\nlines', null];
  const csv = toCsv({ columns, rows: texts.map((text) => ({ cells: [text, -3] })) });
  expect(csv).toBe(
    '\uFEFFEntry,Days\r\n"Sore, ""stiff"" hip",-3\r\n' +
      "'=1+1,-3\r\n'+1,-3\r\n'-1,-3\r\n'@x,-3\r\n'\t=1,-3\r\n" +
      '"two\nlines",-3\r\n,-3\r\n',
  );
});
