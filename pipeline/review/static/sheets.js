// What opens over the page: the keys, the latest decisions, old decisions that no longer hold, and the question before many are accepted.

import { byId, el } from "./dom.js";
import { KEYS } from "./keys.js";
import { t } from "./language.js";

const LATEST = 10;
const ACTIONS = { accept: t`接受`, correct: t`更正`, reject: t`驳回`, add: t`补录`, relabel: t`改段落类别`, later: t`稍后`, flag: t`存疑` };

export function createSheets(state, { undo, pick, brief }) {
  const sheet = byId("sheet");
  const body = byId("sheet-body");

  function open(title, ...content) {
    byId("sheet-title").textContent = title;
    body.replaceChildren(...content);
    if (!sheet.open) sheet.showModal();
  }

  function help() {
    open(t`键盘`, el("dl", { class: "keys" }, KEYS.filter((key) => key.keys).map((key) => el("div", {}, el("dt", {}, key.keys.split(" ").map((name) => (name === "–" ? name : el("kbd", {}, name)))), el("dd", {}, key.title)))), el("p", { class: "quiet" }, t`中文输入法开着也能用。右边每一行的图形：圆点待核对，闪电机器通过，叹号核对不符，勾已接受，笔已更正，叉已驳回，加号补录。`));
  }

  function moment(at) {
    return new Date(at).toLocaleString("zh-CN", { hour12: false });
  }

  function saidOf(decision) {
    const item = state.byId.get(decision.subject);
    const what = decision.action === "relabel" ? `${state.data.words.labels[decision.value.label]}：${decision.evidence.slice(0, 24)}` : item ? state.view(item).record.name : decision.evidence;
    return `${ACTIONS[decision.action]}　${what}`;
  }

  function recent() {
    const acts = state.acts().slice(0, LATEST);
    open(t`最近的决定`, acts.length ? el("ol", { class: "acts" }, acts.map((act) => {
      const [first] = act;
      return el("li", {}, el("button", { type: "button", class: "link", onclick: () => { sheet.close(); pick(first.subject); } }, act.length > 1 ? t`${ACTIONS[first.action]}　${act.length} 个（${first.why}）` : saidOf(first)), el("small", {}, `${first.who} · ${moment(first.at)}`), el("button", { type: "button", class: "tag", onclick: () => { undo(act); recent(); } }, t`撤销`));
    })) : el("p", { class: "quiet" }, t`还没有决定。`));
  }

  function lost() {
    open(t`不再成立的旧决定`, el("p", { class: "quiet" }, t`报告重新提取后，这些决定的依据变了。它们仍在记录里，但要重新核对。`), el("ol", { class: "acts" }, state.data.lost.map(({ decision, reason }) =>
      el("li", {}, el("span", {}, `${ACTIONS[decision.action]}　${decision.value && decision.value.name ? brief(decision.value) : decision.machine && decision.machine.name ? brief(decision.machine) : ""}　“${decision.evidence.slice(0, 40)}”`), el("small", {}, `${reason} · ${decision.who} · ${moment(decision.at)}`)))));
  }

  function bulk({ take, unseen, byHand, filter }, confirm) {
    const rest = [unseen ? t`${unseen} 个还没有滚动到` : "", byHand ? t`${byHand} 个核对不符、存疑或稍后再看` : ""].filter(Boolean).join("，");
    open(t`批量接受`, el("p", {}, take ? t`接受筛选结果（${filter}）里看过的 ${take} 个指标？` : t`筛选结果里没有看过而未核对的指标。`), rest ? el("p", { class: "quiet" }, t`不动：${rest}。`) : null,
      el("div", { class: "deeds" }, take ? el("button", { type: "button", class: "deed deed-accept", autofocus: true, onclick: () => { sheet.close(); confirm(); } }, t`接受 ${take} 个`, el("kbd", {}, "Enter")) : null, el("button", { type: "button", class: "deed", onclick: () => sheet.close() }, t`不`, el("kbd", {}, "Esc"))));
    const first = body.querySelector("button");
    if (first) first.focus();
  }

  return { help, recent, lost, bulk, isOpen: () => sheet.open };
}
