/** In the place of the plan until it was seen forward. */
export function PlanWaits() {
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">What if you keep the plan?</h2>
      <p role="status">Your memories are being seen forward to the day.</p>
    </section>
  );
}
