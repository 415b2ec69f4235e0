import type { Slice } from './slice.ts';

export const verbSlice: Slice = () => Promise.reject(new Error('no job takes verbs yet'));
