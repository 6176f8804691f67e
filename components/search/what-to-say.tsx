import styles from "./search.module.css";

/** What can be said in a search, by examples. */
export function WhatToSay() {
  return (
    <dl className={styles.says}>
      <dt>landing zone</dt>
      <dd>
        Both words, in prompts, answers, key points or your own words; the last may be a beginning.
      </dd>
      <dt>&quot;landing zone&quot;</dt>
      <dd>The words as they follow each other.</dd>
      <dt>topic:security/iam</dt>
      <dd>In a topic with all below it, by its address.</dd>
      <dt>tag:aws</dt>
      <dd>With a tag.</dd>
      <dt>
        is:due · new · seen · flagged · suspended · buried · leech · slipping · asked · unanswered
      </dt>
      <dd>What questions are like. All of it goes together: iam is:slipping.</dd>
    </dl>
  );
}
