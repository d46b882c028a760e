// Keys by their place on the keyboard (KeyboardEvent.code): with a Chinese input method on, letters do not arrive as letters.
import { t } from "./language.js";


export const KEYS = [
  { codes: ["Enter", "NumpadEnter", "KeyA"], act: "accept", keys: "Enter A", title: t`接受，转到下一个未核对的` },
  { codes: ["KeyE"], act: "edit", keys: "E", title: t`更正任何一项；在原文里选中文字可改出处` },
  { codes: ["KeyX"], act: "reject", keys: "X", title: t`驳回：这不是指标` },
  { codes: ["KeyM"], act: "add", keys: "M", title: t`补录漏掉的指标（先在原文选中数字）` },
  { codes: ["Space"], act: "later", keys: t`空格`, title: t`稍后再看` },
  { codes: ["KeyF"], act: "flag", keys: "F", title: t`存疑，留给别人看` },
  { codes: ["KeyW"], act: "why", keys: "W", title: t`写下理由，记在下一个决定里` },
  { codes: ["Backspace"], act: "undo", keys: "⌫", title: t`撤销上一个决定` },
  { codes: ["KeyN"], act: "next", keys: "N", title: t`下一个未核对的` },
  { codes: ["ArrowDown", "KeyJ"], act: "down", keys: "↓ J", title: t`下一行` },
  { codes: ["ArrowUp", "KeyK"], act: "up", keys: "↑ K", title: t`上一行` },
  { codes: ["ArrowRight"], act: "cell", with: "right", keys: "← →", title: t`表格里左右的数字` },
  { codes: ["ArrowLeft"], act: "cell", with: "left", keys: null },
  { codes: ["ArrowDown"], shift: true, act: "cell", with: "down", keys: "Shift ↑ ↓", title: t`表格里上下的数字` },
  { codes: ["ArrowUp"], shift: true, act: "cell", with: "up", keys: null },
  { codes: ["Home"], act: "first", keys: "Home", title: t`第一行` },
  { codes: ["End"], act: "last", keys: "End", title: t`最后一行` },
  ...[1, 2, 3, 4, 5].map((digit, index) => ({ codes: [`Digit${digit}`, `Numpad${digit}`], act: "label", with: index, keys: digit === 1 ? "1 – 5" : null, title: t`段落类别：成绩、举措、目标、问题、其他` })),
  { codes: ["Digit0", "Numpad0"], act: "horizon", keys: "0", title: t`段落说的是已然还是打算` },
  { codes: ["BracketRight"], act: "passage", with: 1, keys: "[ ]", title: t`前后一个段落，没有数字的也能改类别` },
  { codes: ["BracketLeft"], act: "passage", with: -1, keys: null },
  { codes: ["KeyA"], shift: true, act: "bulk", keys: "Shift A", title: t`接受筛选结果里看过的` },
  { codes: ["Slash"], act: "search", keys: "/", title: t`按名称或数字查找` },
  { codes: ["KeyC"], act: "clear", keys: "C", title: t`清除筛选` },
  { codes: ["KeyR"], act: "recent", keys: "R", title: t`最近的决定` },
  { codes: ["Slash"], shift: true, act: "help", keys: "?", title: t`这张表` },
];

const MOVES = ["up", "down", "passage", "cell"];

export function listen({ act, typing, busy }) {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || busy()) return;
    if (event.code === "Escape") {
      if (typing(event.target)) act("leave");
      return;
    }
    if (typing(event.target)) return;
    if (event.target.closest("button, a, summary") && ["Enter", "NumpadEnter", "Space"].includes(event.code)) return;
    const key = KEYS.find((one) => one.codes.includes(event.code) && Boolean(one.shift) === event.shiftKey);
    if (!key) return;
    event.preventDefault();
    // a key held down may move, but never decide: each decision is a press of its own
    if (event.repeat && !MOVES.includes(key.act)) return;
    act(key.act, key.with);
  });
}
