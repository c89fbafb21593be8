// What a person waits for, by the page's own clock: runs before the page's own scripts.
(() => {
  "use strict";
  if (window !== top) return;
  // After the next frame has been drawn.
  const painted = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });

  const tasks = [];
  const long = ({ startTime, duration }) => tasks.push([startTime, duration]);
  new PerformanceObserver((list) => list.getEntries().forEach(long)).observe({ type: "longtask", buffered: true });

  // A page has no other way to the memory of its programs.
  const memories = [];
  const kept = (made) => {
    for (const part of Object.values((made.instance ?? made).exports)) {
      if (part instanceof WebAssembly.Memory) memories.push(part);
    }
    return made;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...given) => own.apply(WebAssembly, given).then(kept);
  }

  const stands = (text) =>
    [...document.querySelectorAll("a, button, [role=alert], [role=status], .callout, h1, h2, p")].some(
      (one) => one.textContent.includes(text) && one.getClientRects().length > 0,
    );

  // From a key going down to the last change that it made on the screen.
  let key = { at: 0, painted: 0 };
  const changed = () => {
    const of = key;
    painted((now) => (of.painted = now - of.at));
  };
  addEventListener("keydown", (event) => (key = { at: event.timeStamp, painted: 0 }), true);
  addEventListener("input", changed, true);
  new MutationObserver(changed).observe(document, { childList: true, characterData: true, subtree: true });

  let began = 0;
  addEventListener("change", (event) => event.target.type === "file" && (began = event.timeStamp), true);
  addEventListener("click", (event) => (began = event.timeStamp), true);

  window.probe = {
    // When this text stands on the screen and can be seen, in milliseconds since the page was asked for.
    when: (text) =>
      new Promise((done) => {
        const look = () => (stands(text) ? painted(done) : requestAnimationFrame(look));
        look();
      }),
    // The same since the last click or chosen file, with the long tasks in between.
    since: async (text) => {
      const end = await window.probe.when(text);
      await new Promise((done) => setTimeout(done, 300)); // the observer is told later
      const between = tasks.filter(([start]) => start >= began - 1 && start < end);
      const longest = Math.max(0, ...between.map(([, duration]) => duration));
      return { took: end - began, count: between.length, longest };
    },
    key: () => key.painted,
    heap: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
})();
