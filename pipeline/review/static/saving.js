// Where decisions go. Each is kept in the browser first, one entry a decision, and leaves it only when the server has
// answered; so a closed tab, a crash or a stopped server loses nothing, and a second tab overwrites nothing.

const POLL = 4000;

export function createSaving(state, { heard, status }) {
  const { data } = state;
  return data.offline ? keepHere(state, heard, status) : sendToServer(state, heard, status);
}

function remembered(prefix) {
  const found = [];
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(prefix)) found.push(JSON.parse(localStorage.getItem(key)));
    }
  } catch (fault) {
    return found;
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function remember(prefix, decision) {
  try {
    localStorage.setItem(prefix + decision.id, JSON.stringify(decision));
    return true;
  } catch (fault) {
    return false;
  }
}

function sendToServer(state, heard, status) {
  const { data } = state;
  const prefix = `workreport:unsent:${encodeURIComponent(data.name)}:`;
  const address = `/decisions/${data.name.split("/").map(encodeURIComponent).join("/")}`;
  const waiting = new Map(remembered(prefix).map((decision) => [decision.id, decision]));
  let token = document.querySelector("meta[name=token]").content;
  let seq = data.seq;
  let busy = false;

  function take(answer) {
    seq = Math.max(seq, answer.seq);
    const fresh = answer.decisions.filter((decision) => state.add(decision));
    if (fresh.length || state.stale.found) heard(fresh);
  }

  // a server that was started anew has a new token, which its page carries
  async function renew() {
    const page = await fetch(location.pathname);
    const found = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("meta[name=token]");
    if (found) token = found.content;
  }

  async function post(sent) {
    return fetch(address, { method: "POST", headers: { "Content-Type": "application/json", "X-Workreport-Token": token }, body: JSON.stringify({ decisions: sent, after: seq }) });
  }

  async function flush() {
    if (busy || !waiting.size) return;
    busy = true;
    status("saving", waiting.size);
    const sent = [...waiting.values()].slice(0, 500);
    try {
      let answer = await post(sent);
      if (answer.status === 403) {
        await renew();
        answer = await post(sent);
      }
      if (!answer.ok) throw new Error((await answer.json()).detail);
      take(await answer.json());
      for (const decision of sent) {
        waiting.delete(decision.id);
        localStorage.removeItem(prefix + decision.id);
      }
      status(waiting.size ? "saving" : "saved", waiting.size);
    } catch (fault) {
      status("unsaved", waiting.size, fault instanceof TypeError ? "" : fault.message);
    }
    busy = false;
    if (waiting.size) setTimeout(flush, sent.some((decision) => waiting.has(decision.id)) ? 2000 : 0);
  }

  async function poll() {
    if (document.visibilityState !== "visible" || busy) return;
    try {
      const answer = await fetch(`${address}?after=${seq}`);
      if (answer.ok) take(await answer.json());
    } catch (fault) {
      status(waiting.size ? "unsaved" : "away", waiting.size, "");
      return;
    }
    if (waiting.size) flush();
    else status("saved", 0);
  }

  setInterval(poll, POLL);
  document.addEventListener("visibilitychange", poll);
  addEventListener("beforeunload", (event) => waiting.size && event.preventDefault());
  return {
    restored: [...waiting.values()],
    put(decisions) {
      decisions.forEach((decision) => {
        waiting.set(decision.id, decision);
        remember(prefix, decision);
      });
      flush();
    },
    start() {
      status("saved", 0);
      flush();
    },
  };
}

function keepHere(state, heard, status) {
  const { data } = state;
  const prefix = `workreport:offline:${data.document}:`;
  const mark = `workreport:downloaded:${data.document}`;
  let kept = true;
  let downloaded = 0;
  try {
    downloaded = Number(localStorage.getItem(mark)) || 0;
  } catch (fault) {
    kept = false;
  }
  const own = remembered(prefix);
  const say = () => status(own.length > downloaded ? (kept ? "here" : "nowhere") : "saved", own.length - downloaded);
  addEventListener("storage", (event) => {
    if (!event.key || !event.key.startsWith(prefix) || !event.newValue) return;
    const decision = JSON.parse(event.newValue);
    own.push(decision);
    if (state.add(decision)) heard([decision]);
    say();
  });
  addEventListener("beforeunload", (event) => own.length > downloaded && event.preventDefault());
  return {
    restored: [...own],
    put(decisions) {
      own.push(...decisions);
      kept = decisions.map((decision) => remember(prefix, decision)).every(Boolean);
      say();
    },
    start: say,
    download() {
      const file = { format: "workreport-decisions/1", name: data.name, sha256: data.source.sha256, document: data.document, saved_at: new Date().toISOString(), decisions: own };
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
      link.download = `${data.name.split("/").pop()}.decisions.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      downloaded = own.length;
      try {
        localStorage.setItem(mark, String(downloaded));
      } catch (fault) {
        kept = false;
      }
      say();
    },
  };
}
