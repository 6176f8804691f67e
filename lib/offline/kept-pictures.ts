import { keptPicture } from "./kept-store";

/** Shows a picture that the server did not give, where it is kept in this browser. */
export async function showKeptPicture(failed: EventTarget | null): Promise<void> {
  if (!(failed instanceof HTMLImageElement)) return;
  const { pathname } = new URL(failed.src);
  const bytes = pathname.startsWith("/api/media/") ? await keptPicture(pathname) : undefined;
  if (bytes) failed.src = URL.createObjectURL(bytes);
}
