/** The rest of `gms/`, fetched once; a fetch that failed is tried again by whoever asks next. */
export const loadAfterStart = () => import('./afterStart.ts');
