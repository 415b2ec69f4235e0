import { describe, expect, it } from 'vitest';
import { anchorsOfPath, labelOfChange, labelOfPath } from '../../../admin/workflow/fields.ts';

const CAUSE = [
  { name: 'title', label: 'Title' },
  { fields: [{ name: 'locations', label: 'Typically felt in' }] },
  {
    name: 'sections',
    label: 'Sections',
    fields: [
      { name: 'body', label: 'Text' },
      { name: 'figures', label: 'Figures' },
    ],
  },
  { name: 'evidence', label: 'Evidence', fields: [{ name: 'statement', label: 'What it shows' }] },
];
const RED_FLAG = [{ name: 'sign', label: 'Sign' }];

describe('the name of a field', () => {
  it('is the label that the form shows', () => {
    expect(labelOfPath('title', CAUSE)).toBe('Title');
    expect(labelOfPath('evidence.statement', CAUSE)).toBe('Evidence › What it shows');
  });

  it('counts rows from one', () => {
    expect(labelOfPath('sections.2', CAUSE)).toBe('Sections 3');
    expect(labelOfPath('sections.0.body', CAUSE)).toBe('Sections 1 › Text');
  });

  it('is found inside rows that have no name', () => {
    expect(labelOfPath('locations', CAUSE)).toBe('Typically felt in');
  });

  it('is the sign of a red flag, and leads to the figure of a section', () => {
    expect(labelOfPath('title', RED_FLAG)).toBe('Sign');
    expect(labelOfPath('sections.1.figures.0', CAUSE)).toBe('Sections 2 › Figures 1');
  });

  it('is nothing for the entry as a whole or an unknown path', () => {
    expect(labelOfPath('', CAUSE)).toBeNull();
    expect(labelOfPath('nowhere.4', CAUSE)).toBeNull();
  });

  it('of a change falls back on the words that came with it', () => {
    expect(labelOfChange({ field: 'title', label: 'Title of the entry' }, CAUSE)).toBe('Title');
    expect(labelOfChange({ field: 'sections.anatomy', label: 'Section “anatomy”' }, CAUSE)).toBe('Section “anatomy”');
    expect(labelOfChange({ field: 'unknown', label: 'Unknown' }, CAUSE)).toBe('Unknown');
  });
});

describe('the place of a field in the form', () => {
  it('is looked for from the most exact element up', () => {
    expect(anchorsOfPath('sections.1.body', CAUSE)).toEqual([
      'field-sections__1__body',
      'sections-row-1',
      'field-sections__1',
      'field-sections',
    ]);
    expect(anchorsOfPath('title', RED_FLAG)).toEqual(['field-sign']);
    expect(anchorsOfPath('', CAUSE)).toEqual([]);
  });
});
