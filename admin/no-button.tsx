/** Stands where Payload would offer Publish or Unpublish: releasing is a verb of the workflow bar. */
export const NoButton = () => null;
