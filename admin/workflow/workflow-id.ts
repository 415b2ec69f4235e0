/** The id of the bar's element: the badge beside the save button leads there. */
export const WORKFLOW_ID = 'workflow';
