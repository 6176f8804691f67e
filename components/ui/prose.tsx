import highlighted from "./highlighted-code.module.css";
import styles from "./prose.module.css";

/** Markdown that `lib/markdown` rendered: sanitised there, and only there. */
export function Prose({ html }: { html: string }) {
  // The answer's own script says on which side its lines begin.
  const className = `${styles.prose} ${highlighted.code}`;
  return <div dir="auto" className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A prompt: its first paragraph is the page's heading, what follows stands under it. */
export function Prompt({ html }: { html: string }) {
  const [, heading = html, rest = ""] = /^<p[^>]*>(.*?)<\/p>(.*)$/s.exec(html) ?? [];
  return (
    <div dir="auto" className={styles.prompt}>
      <h1 dangerouslySetInnerHTML={{ __html: heading }} />
      {rest.trim() !== "" && <Prose html={rest} />}
    </div>
  );
}
