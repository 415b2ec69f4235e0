import type { AdminViewConfig } from 'payload';

/**
 * The views of the admin that are ours. Payload shows each to anybody who asks: what is for the staff stands in
 * `DeskView` or asks `staffOf` first (a test asks each without a login).
 */
export const ADMIN_VIEWS = {
  choosePassword: {
    path: '/reset',
    exact: false,
    Component: '/admin/accounts/choose-password.tsx#ChoosePassword',
  },
  review: {
    path: '/review/:collection/:id',
    exact: true,
    Component: '/admin/review/review-view.tsx#ReviewView',
    meta: { title: 'Review' },
  },
  reports: { path: '/reports', exact: false, Component: '/admin/reports/reports-view.tsx#ReportsView' },
  schedule: {
    path: '/schedule',
    exact: true,
    Component: '/admin/schedule/schedule-view.tsx#ScheduleView',
    meta: { title: 'Schedule' },
  },
  timeline: { path: '/timeline', exact: false, Component: '/admin/timeline/timeline-view.tsx#TimelineView' },
  changeSet: {
    path: '/change-sets',
    exact: false,
    Component: '/admin/change-sets/set-view.tsx#ChangeSetView',
  },
  impact: { path: '/impact', exact: false, Component: '/admin/impact/impact-view.tsx#ImpactView' },
  notices: { path: '/notices', Component: '/admin/notices/notices-view.tsx#NoticesView', meta: { title: 'Notices' } },
} satisfies Record<string, AdminViewConfig>;

/** In place of Payload's own, whose address it has and whose guard: without a path it is a way in for nobody. */
export const DASHBOARD = { Component: '/admin/my-work/my-work.tsx#MyWork' } satisfies AdminViewConfig;

/** Those for people who cannot log in yet. */
export const VIEWS_FOR_ANYBODY: readonly (keyof typeof ADMIN_VIEWS)[] = ['choosePassword'];
