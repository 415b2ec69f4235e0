import { DEMO_NOTICE } from '../publishers/publisher.ts';

/** Says on every page of the admin that the content is a demonstration. */
export const DemoMarker = ({ demo }: { demo: boolean }) =>
  demo ? (
    <section className="demo-marker" aria-label="About this content">
      {DEMO_NOTICE}
    </section>
  ) : null;
