// Keeping the pages for when there is no network comes after what somebody waits for, and while nobody types.

let timer: ReturnType<typeof setTimeout> | undefined;
let since: number | undefined;
let registered = false;

/** Lets the service worker fetch what it keeps, once a page has been quiet for a moment. Called whenever a page has done some work. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || registered) return;
  since ??= performance.now();
  clearTimeout(timer);
  timer = setTimeout(register, performance.now() - since < LONG ? QUIET : 0);
}

/** A page that nobody uses yet, or that checks nothing, is kept when its engine has had time to load. */
export function keepOfflineWhenQuiet(): void {
  const later = () => (timer ??= setTimeout(keepOffline, QUIET));
  if (document.readyState === "complete") later();
  else addEventListener("load", later, { once: true });
}

function register(): void {
  registered = true;
  void navigator.serviceWorker?.register("./sw.js").catch(() => {}); // without it, only offline is lost
}

/** Milliseconds without work. */
const QUIET = 5_000;
/** Milliseconds of work without a pause, after which it is done all the same: live speech does not stop. */
const LONG = 120_000;
