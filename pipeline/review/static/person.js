// Who reviews: the name the page came with, or the one written over it, which the browser remembers.

import { byId } from "./dom.js";
import { t } from "./language.js";

const KEY = "workreport:reviewer";

export function createPerson(given, { say }) {
  const field = byId("who");
  const name = () => field.value.trim() || t`未署名`;
  try {
    field.value = localStorage.getItem(KEY) || given;
  } catch (fault) {
    field.value = given;
  }
  field.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, name());
    } catch (fault) {
      say(t`浏览器不让记住名字，只在这一页有效`);
    }
  });
  return name;
}
