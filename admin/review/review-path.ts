/** Where an entry is reviewed: `/admin/review/causes/12`. `admin` is Payload's route of the admin; `id` may be the uid. */
export const reviewPath = (admin: string, collection: string, id: string | number): string =>
  `${admin}/review/${collection}/${encodeURIComponent(id)}`;
