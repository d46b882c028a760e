// Whether what was decided is safe, in words.

import { byId } from "./dom.js";
import { t } from "./language.js";

const TEXTS = {
  saved: () => t`已保存`,
  saving: () => t`正在保存…`,
  away: () => t`服务器没有应答；可以继续，决定会存在浏览器里`,
  unsaved: (count, reason) => t`${count} 个还没有送到${reason ? `：${reason}` : t`，服务器没有应答；已存在浏览器里`}`,
  here: (count) => t`${count} 个还没有另存`,
  nowhere: (count) => t`${count} 个只在这一页里，请马上另存`,
};

export function status(how, count, reason) {
  const place = byId("saving");
  place.textContent = TEXTS[how](count, reason);
  place.className = `saving is-${how}`;
}
