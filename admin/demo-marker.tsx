import { DEMO_NOTICE } from '../publishers/publisher.ts';

/** Says on every page of the admin that the content is a demonstration. */
export const DemoMarker = ({ demo }: { demo: boolean }) =>
  demo ? (
    <p className="demo-marker" role="note">
      {DEMO_NOTICE}
    </p>
  ) : null;
