// Watches a long job: moves the bar, says the step, and opens the result when the job is over.

(() => {
  const watched = document.querySelector("[data-progress-url]");
  if (!watched) return;
  const bar = watched.querySelector("progress");
  const step = watched.querySelector("[data-step]");
  const EVERY = 1000; // milliseconds

  const ask = async () => {
    const answer = await fetch(watched.dataset.progressUrl, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const job = await answer.json();
    bar.value = job.percent;
    if (step.textContent !== job.step) step.textContent = job.step;
    if (job.over) location.reload();
  };

  // A lost connection is no reason to stop: the next second asks again.
  setInterval(() => ask().catch(() => {}), EVERY);
})();
