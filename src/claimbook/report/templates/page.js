"use strict";
// Sorts tables, opens folds for print, tells the age of old evidence. Every page is complete without it.
(() => {
  const words = document.getElementById("content").dataset;
  const silences = new Set(words.silences.split("|"));
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const [group, point] = words.numbers === "1.000,5" ? ["\\.", ","] : [",", "\\."];
  const shape = new RegExp(`^[+\\-\u2212]?\\d+(${group}\\d{3})*(${point}\\d+)?(?=$|[\\s%;)(])`);
  const FEWEST = 3, NUMBER = 0, TEXT = 1, SILENT = 2;

  const valueOf = (text) => {
    const plain = text.replaceAll(group.replace("\\", ""), "").replace("\u2212", "-").replace(point.replace("\\", ""), ".");
    return parseFloat(plain);
  };

  // What a cell is sorted by: data-sort where the page gives it, else its words; nothing seen comes last.
  const keyOf = (cell) => {
    const text = (cell?.dataset.sort ?? cell?.textContent ?? "").trim().replace(/\s+/g, " ");
    if (text === "" || silences.has(text.toLowerCase())) return { rank: SILENT, value: "" };
    const number = shape.exec(text);
    return number ? { rank: NUMBER, value: valueOf(number[0]), text } : { rank: TEXT, value: text, text };
  };

  const compared = (one, other) => {
    if (one.rank !== other.rank) return one.rank - other.rank;
    return one.rank === NUMBER ? one.value - other.value : order.compare(one.value, other.value);
  };

  const sort = (table, heads, head) => {
    const descending = head.getAttribute("aria-sort") === "ascending";
    const place = heads.indexOf(head), body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[place]) }));
    rows.sort((one, other) => {
      if (one.key.rank === SILENT || other.key.rank === SILENT) return one.key.rank - other.key.rank;
      return descending ? compared(other.key, one.key) : compared(one.key, other.key);
    });
    heads.forEach((each) => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    body.append(...rows.map((each) => each.row));
  };

  const addButton = (table, heads, head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, heads, head));
    head.append(button);
  };

  const prepare = (table) => {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (heads.length === 0 || (table.tBodies[0]?.rows.length ?? 0) < FEWEST) return;
    heads.filter((head) => head.textContent.trim()).forEach((head) => addButton(table, heads, head));
    table.classList.add("sorts");
    table.tHead.dataset.label = words.sortBy;
    const note = document.createElement("span");
    note.className = "unseen";
    note.textContent = ` (${words.sortNote})`;
    table.caption?.append(note);
  };

  document.querySelectorAll("table.sortable").forEach(prepare);

  // The same input gives the same page, so only its reader's clock knows how old the evidence has become.
  document.querySelectorAll("[data-since]").forEach((note) => {
    const limit = new Date(note.dataset.since);
    limit.setFullYear(limit.getFullYear() + 1);
    note.hidden = Date.now() < limit;
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not(.code):not([open])")];
    opened.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach((fold) => { fold.open = false; });
    opened = [];
  });
})();
