/** The largest figure of the guide. */
export async function aFigure(url: string): Promise<string> {
  const page = await (await fetch(`${url}/guides/hip-pain`)).text();
  const figures = [...page.matchAll(/\/figures\/[0-9a-f]+\.webp/g)].map(([figure]) => figure);
  const [figure] = figures.slice(-1);
  if (figure === undefined) throw new Error('the guide has no figure');
  return figure;
}

/** Asks for the pages of the sitemap, eight at a time, until there were so many answers. */
export async function view(url: string, count: number): Promise<void> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].flatMap(([, page]) =>
    page ? [new URL(page).pathname] : [],
  );
  for (let seen = 0; seen < count; seen += 8) {
    await Promise.all(
      Array.from({ length: 8 }, async (_, i) =>
        (await fetch(url + (pages[(seen + i) % pages.length] ?? '/'))).arrayBuffer(),
      ),
    );
  }
}
