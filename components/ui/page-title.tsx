/**
 * The page's name in its tab and for a screen reader. Part of the page, so that the two change
 * together: Next's own title streams in after it, and until then there is none.
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · Rehearse`}</title>;
}
