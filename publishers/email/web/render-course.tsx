import { pathOf } from '../../addresses.ts';
import { renderPage, type PageSettings } from '../../html/page.tsx';
import { CoursePage, type CoursePageProps } from './course-page.tsx';

/** The page of a course: as readers get it first, or with what was wrong with their form. */
export async function renderCourse(
  { siteUrl, demo, emergency }: PageSettings,
  props: CoursePageProps,
): Promise<{ html: string; headers: Record<string, string> }> {
  const { course, issues = [] } = props;
  return renderPage({
    siteUrl,
    demo,
    emergency,
    title: issues.length > 0 ? `Error: ${course.title}` : course.title,
    description: course.summary,
    path: issues.length > 0 ? null : pathOf(course),
    breadcrumbs: [{ href: '/', label: 'Home' }],
    children: <CoursePage {...props} />,
  });
}
