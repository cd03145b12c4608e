"use strict";
// Narrows and sorts the lists of the page. Nothing is fetched, nothing is kept.
(() => {
  const form = document.getElementById("filter");
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  const BLANK = "\u2014";
  const lists = [...document.querySelectorAll("table.list")].map((table) => ({
    table,
    body: table.tBodies[0],
    rows: [...table.tBodies[0].rows],
    texts: [...table.tBodies[0].rows].map((row) => row.textContent.toLowerCase()),
    count: table.querySelector(".count"),
  }));

  const narrow = () => {
    const wanted = new FormData(form);
    const words = wanted.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    for (const list of lists) {
      let shown = 0;
      list.rows.forEach((row, at) => {
        const passes =
          ["district", "stage", "origin"].every(
            (name) => !wanted.get(name) || row.dataset[name] === wanted.get(name),
          ) && words.every((word) => list.texts[at].includes(word));
        row.hidden = !passes;
        shown += passes;
      });
      list.count.querySelector("span").textContent = shown;
    }
  };

  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.order !== undefined) return Number(cell.dataset.order);
    const text = cell.textContent.trim();
    return text === BLANK ? null : text;
  };

  // What has no value comes last either way.
  const compare = (one, other, sign) => {
    if (one === null || other === null) return (one === null) - (other === null);
    if (typeof one === "number" && typeof other === "number") return sign * (one - other);
    return sign * collator.compare(one, other);
  };

  const sort = (list, heading, column) => {
    const now = heading.getAttribute("aria-sort");
    const next = { none: "ascending", ascending: "descending", descending: "none" }[now];
    for (const other of heading.parentNode.cells) other.setAttribute("aria-sort", "none");
    heading.setAttribute("aria-sort", next);
    const rows = [...list.rows];
    if (next !== "none") {
      const sign = next === "ascending" ? 1 : -1;
      const keys = new Map(rows.map((row) => [row, key(row, column)]));
      rows.sort((one, other) => compare(keys.get(one), keys.get(other), sign));
    }
    list.body.append(...rows);
  };

  for (const list of lists) {
    [...list.table.tHead.rows[0].cells].forEach((heading, column) => {
      // Browsers leave a true button out of headers repeated in print.
      const button = document.createElement("span");
      button.setAttribute("role", "button");
      button.tabIndex = 0;
      button.append(...heading.childNodes);
      heading.append(button);
      heading.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sort(list, heading, column));
      button.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        sort(list, heading, column);
      });
    });
    list.count.hidden = false;
  }
  form.hidden = false;
  form.addEventListener("input", narrow);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(narrow));
  narrow();
})();
