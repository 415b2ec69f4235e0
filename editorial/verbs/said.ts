import { z } from 'zod';
import { controlIn } from '../../model/control-characters.ts';

/** Characters that nobody sees: a text of nothing else says nothing. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{C}\s\u2800]/gu;

/** What somebody wrote to others, without the blanks around it; empty when there is nothing to be seen in it. */
export const said = (max: number) =>
  z
    .string()
    .transform((text) => (text.replace(UNSEEN, '') === '' ? '' : text.trim()))
    .pipe(z.string().max(max))
    .refine((text) => controlIn(text, { lines: true }) === null, 'This holds a character that nobody can see.');

/** The same where something must be said. */
export const mustSay = (max: number) => said(max).pipe(z.string().min(1));
