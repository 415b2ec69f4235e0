import type { Condition, Field, TextFieldValidation } from 'payload';
import { isTimeZone } from '../../model/local-time.ts';
import {
  DIGEST_HOUR,
  DIGEST_ZONE,
  fieldOfTopic,
  MAIL_CHOICES,
  NOTICE_MAIL,
  NOTICE_TOPICS,
  type MailChoice,
  type NoticeMail,
  type NoticeTopic,
} from '../../model/notices.ts';

const LABELS: Record<NoticeTopic, string> = {
  submitted: 'An entry waits for your review',
  'changes-requested': 'Changes are requested to an entry of yours',
  mentioned: 'Somebody mentions you in a comment',
  assigned: 'An entry is assigned to you',
  'second-approval': 'A second approval is needed',
  'due-tomorrow': 'What you were asked for is due tomorrow',
  'review-due': 'A review is due in 30 or 7 days, or today',
  withdrawn: 'An entry of yours was withdrawn',
  'schedule-lapsed': 'A planned release lapsed',
};

const MAIL_WORDS: Record<NoticeMail, string> = {
  'at-once': 'At once',
  digest: 'Once a day',
  never: 'Never by mail',
};

const CHOICE_WORDS: Record<MailChoice, string> = {
  'by-name': 'What names me at once, the rest once a day',
  'at-once': 'Everything at once',
  digest: 'Everything once a day',
  never: 'Nothing',
  'by-kind': 'As I choose for each kind',
};

const worded = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

const stored: Condition = (_, __, { operation }) => operation === 'update';
const byKind: Condition = (_, sibling: { mail?: unknown }) => sibling.mail === 'by-kind';
const isZone: TextFieldValidation = (value) =>
  !value || isTimeZone(value) || 'Write a time zone by its name, such as Europe/Berlin.';

/** How a member of the staff is mailed what they are told. The admin shows all of it, whatever they choose. */
export const noticeFields: Field = {
  name: 'notices',
  label: 'Notices by mail',
  type: 'group',
  admin: {
    condition: stored,
    disableListColumn: true,
    disableBulkEdit: true,
    description:
      'The bell shows everything that you are told. Here you choose what is mailed as well. The mail names no entry and quotes nothing: it leads here.',
  },
  fields: [
    {
      name: 'mail',
      label: 'Mail me',
      type: 'select',
      defaultValue: 'by-name',
      options: worded(MAIL_CHOICES, CHOICE_WORDS),
      admin: { isClearable: false, disableListColumn: true },
    },
    {
      name: 'kinds',
      label: 'Kinds',
      type: 'group',
      admin: { condition: byKind, disableListColumn: true },
      fields: NOTICE_TOPICS.map((topic): Field => ({
        name: fieldOfTopic(topic),
        label: LABELS[topic],
        type: 'select',
        options: worded(NOTICE_MAIL, MAIL_WORDS),
        admin: { placeholder: 'At once where it names me, else once a day', disableListColumn: true },
      })),
    },
    {
      type: 'row',
      fields: [
        {
          name: 'digestHour',
          label: 'Daily mail at',
          type: 'number',
          min: 0,
          max: 23,
          defaultValue: DIGEST_HOUR,
          validate: (value: unknown) =>
            value === null ||
            value === undefined ||
            (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 23)
              ? true
              : 'Write a full hour from 0 to 23.',
          admin: { description: 'A full hour, 0 to 23.', width: '50%', disableListColumn: true },
        },
        {
          name: 'timeZone',
          label: 'Time zone',
          type: 'text',
          maxLength: 64,
          defaultValue: DIGEST_ZONE,
          validate: isZone,
          admin: { description: 'By its name, such as Europe/London.', width: '50%', disableListColumn: true },
        },
      ],
    },
  ],
};
