import { promptParts } from "@/lib/domain/prompt-parts";
import highlighted from "./highlighted-code.module.css";
import styles from "./prose.module.css";

/** Markdown that `lib/markdown` rendered: sanitised there, and only there. */
export function Prose({ html }: { html: string }) {
  // The answer's own script says on which side its lines begin.
  const className = `${styles.prose} ${highlighted.code}`;
  return <div dir="auto" className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A prompt: its question is the page's heading; what it asks about stands above and below. */
export function Prompt({ html }: { html: string }) {
  const { above, heading, below } = promptParts(html);
  return (
    <div dir="auto" className={styles.prompt}>
      {above !== "" && <Prose html={above} />}
      <h1 dangerouslySetInnerHTML={{ __html: heading }} />
      {below !== "" && <Prose html={below} />}
    </div>
  );
}
