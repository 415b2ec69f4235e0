import type { Approval } from '../../model/release-row.ts';

type Clinician = Approval['clinician'];

/** The name, and whether it is a made-up person. */
export const clinicianName = ({ name, demonstration }: Clinician): string => name + madeUp({ demonstration });

/** Stands behind a name that is drawn in a way of its own, as a link for example. */
export const madeUp = ({ demonstration }: Pick<Clinician, 'demonstration'>): string =>
  demonstration ? ' (demonstration)' : '';

/** The register that a clinician stands in, with the number. */
export const registration = ({ registrationBody, registrationNumber }: Clinician): string =>
  [registrationBody, registrationNumber].filter(Boolean).join(' ');

/** Credentials, specialty and register: what follows the name, without what is unknown. */
export const qualifications = (clinician: Clinician): string[] =>
  [clinician.credentials, clinician.specialty, registration(clinician)].filter(Boolean);

/** Each clinician once, with their latest approval: whoever approved a text may have renewed it since. */
export const bylinesOf = (approvals: readonly Approval[]): Approval[] => [
  ...new Map(approvals.map((approval) => [approval.clinician.uid, approval])).values(),
];

/** Everyone who approved: `Ann Lee, MBBS and Bo Berg, PT`. */
export const reviewedBy = ({ approvals }: { approvals: Approval[] }): string =>
  bylinesOf(approvals)
    .map(({ clinician }) => [clinicianName(clinician), clinician.credentials].filter(Boolean).join(', '))
    .join(' and ');
