// Starts the app, or says why it cannot. A classic script: a module would not even run in a page opened as a file.
(() => {
  "use strict";
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  const root = document.documentElement;

  // The first of the browser's languages that we speak, as the app chooses; the app writes a chosen one here later.
  const spoken = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => tag === "en" || tag === "zh");
  root.lang = spoken === "zh" ? "zh-CN" : "en";

  const stop = (why) => {
    const block = document.getElementById("reload");
    if (!block || !block.hidden) return;
    // Whatever stands on top would cover it.
    for (const open of document.querySelectorAll("dialog[open]")) open.close();
    for (const menu of document.querySelectorAll("[popover]")) menu.hidePopover?.();
    for (const side of block.querySelectorAll("[lang]")) side.hidden = side.lang !== root.lang;
    for (const reason of block.querySelectorAll("[data-why]")) reason.hidden = reason.dataset.why !== why;
    for (const button of block.querySelectorAll("button")) button.onclick = () => location.reload();
    block.hidden = false;
    block.querySelector(`[lang="${root.lang}"] [data-why="${why}"] button`)?.focus();
  };

  // After a panic every further call traps, so the first trap is the end, wherever it surfaces.
  const trapped = (error) => error instanceof WebAssembly.RuntimeError && stop("crash");
  addEventListener("error", (event) => trapped(event.error));
  addEventListener("unhandledrejection", (event) => trapped(event.reason));
  // For what the app itself finds out: `new CustomEvent("liaison-stop", { detail: "storage" })`.
  addEventListener("liaison-stop", (event) => stop(event.detail));

  // Where the places of each program begin; all others are of `people`. The app goes from one to another by loading the
  // page again.
  const PLACES = {
    door: ["", "sign-up", "sign-in", "join"],
    console: ["register", "console", "desk", "copies", "me/profile/name/identity"],
  };
  const program = () => {
    const here = `${location.hash.replace(/^[#/]+/, "")}/`;
    const holds = (name) => PLACES[name].some((begin) => here.startsWith(`${begin}/`));
    return Object.keys(PLACES).find(holds) ?? "people";
  };
  const parts = (name) => meta(`liaison-${name}`).split(" ");

  // The first screen is small, to be there at once; what lies behind it comes while somebody reads.
  const loadAhead = async () => {
    const [js, wasm] = parts("people");
    const got = [js, wasm].map((name) => fetch(new URL(name, document.baseURI), { priority: "low" }).then((it) => it.blob()));
    await Promise.allSettled(got); // what does not come now comes when it is needed
  };

  // A function that returns a v128: simd came last among what we are compiled to.
  const simd = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);
  const stores = () => {
    try {
      return Boolean(window.indexedDB && window.localStorage);
    } catch {
      return false; // a browser that blocks storage throws where it is named
    }
  };

  // An update that waited while pages were open is taken by the first page that loads. True when this page is over.
  const tookUpdate = async () => {
    if (meta("liaison-build") === "development" || !navigator.serviceWorker) return false;
    const waiting = (await navigator.serviceWorker.getRegistration("./"))?.waiting;
    const before = sessionStorage.getItem("liaison-update");
    sessionStorage.removeItem("liaison-update");
    if (!waiting || before) return false; // once, so that nothing can loop
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", () => done(true)));
    const patience = new Promise((done) => setTimeout(done, 3000, false));
    waiting.postMessage("take");
    if (!(await Promise.race([changed, patience]))) return false;
    sessionStorage.setItem("liaison-update", "taken");
    location.reload();
    return true;
  };

  const watchForUpdates = async () => {
    if (meta("liaison-build") === "development" || !navigator.serviceWorker) return;
    const registration = await navigator.serviceWorker.register("./sw.js", { scope: "./", updateViaCache: "none" });
    const announce = () => {
      if (!registration.waiting || !navigator.serviceWorker.controller) return;
      root.dataset.update = "waiting";
      dispatchEvent(new Event("liaison-update"));
    };
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", announce));
    announce();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") registration.update().catch(() => {}); // offline is no news
    });
  };

  const start = async () => {
    if (location.protocol === "file:") return stop("file");
    if (typeof WebAssembly !== "object" || !WebAssembly.validate(simd)) return stop("browser");
    if (!stores()) return stop("storage");

    try {
      // Before anything is fetched: a worker with a request under way is not replaced. The preloads run meanwhile.
      if (await tookUpdate()) return;
    } catch (error) {
      console.warn(error); // without a worker the app runs all the same
    }
    const here = program();
    const [js, wasm, written = ""] = parts(here);
    const preload = document.querySelector(`link[rel="preload"][href$="${wasm}"]`);
    try {
      const code = import(new URL(js, document.baseURI).href);
      const integrity = preload?.dataset.integrity ?? written;
      const bytes = fetch(new URL(wasm, document.baseURI), { integrity, credentials: "same-origin" });
      bytes.catch(() => {}); // reported below, when it is awaited
      await (await code).default({ module_or_path: bytes });
    } catch (error) {
      console.error(error);
      return stop(error instanceof WebAssembly.RuntimeError ? "crash" : "load");
    }
    if (here === "door" && !navigator.serviceWorker?.controller) await loadAhead();
    watchForUpdates().catch(console.warn);
  };
  start();
})();
