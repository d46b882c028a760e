// What the page says. The source says everything in Chinese; where the server put a catalogue into the page, its English is said.
const catalogue = document.getElementById("english");
const english = catalogue ? JSON.parse(catalogue.textContent) : {};

// t`显示 ${count} 个指标`: what is filled in is {} in the catalogue
export const t = (pieces, ...values) => {
  const said = pieces.join("{}");
  let at = 0;
  return (english[said] ?? said).replaceAll("{}", () => values[at++]);
};
