/** What Payload's forms say, where its own words tell nobody what to do. */
export const ADMIN_WORDS = {
  en: {
    error: {
      followingFieldsInvalid_one: 'Not saved. Look at this field:',
      followingFieldsInvalid_other: 'Not saved. Look at these fields:',
    },
    validation: {
      required: 'Fill this in.',
    },
  },
};
