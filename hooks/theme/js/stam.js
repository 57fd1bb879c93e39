// Words as the search compares them; hooks/regiovisie/text/stam.py explains the rule, and a test
// holds the two together. stam.stammen("Zienswijzen over coördinatie") → ["zienswij", "coordinati"]
globalThis.stam = (() => {
  const STOP = new Set(
    (
      "de het een en van in op te voor met aan is zijn dat die dit deze der den door bij of als om " +
      "ook naar uit over er tot dan wat wie hoe waar wij we u uw ze zij hij je jij ik mijn ons onze " +
      "wordt worden kan kunnen heeft hebben was waren"
    ).split(" "),
  );
  const IRREGULAR = [
    ["kinderen", "kind"],
    ["kinder", "kind"],
    ["leden", "lid"],
    ["steden", "stad"],
  ];
  const LONG_VOWEL = /(?<![aeiou])(aa|ee|oo|uu)(?=[b-df-hj-np-tv-xz]$)/;
  const short = (word) => word.replace(LONG_VOWEL, (vowel) => vowel[0]);
  const without = (word, ending) => word.slice(0, word.length - ending.length);

  function vouw(text) {
    return text.replace(/['‘’]/g, "").normalize("NFD").toLowerCase().replace(/\p{M}/gu, "");
  }

  function woorden(text) {
    return (vouw(text).match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []).flatMap((word) => {
      const parts = word.split("-");
      return parts.length > 1 ? [...parts, parts.join("")] : parts;
    });
  }

  function cut(word, ending, least = 3) {
    return word.endsWith(ending) && word.length - ending.length >= least ? without(word, ending) : word;
  }

  function withoutE(word) {
    return word.endsWith("ee") ? word : cut(word, "e");
  }

  function stam(word) {
    for (const [ending, stem] of IRREGULAR) {
      if (word.endsWith(ending) && !/(?:ge|ver|over)leden$/.test(word)) return stam(without(word, ending) + stem);
    }
    if (word.length <= 3 || /\d/.test(word)) return word;
    word = cut(word, "s");
    if (word.endsWith("heden")) word = `${without(word, "heden")}heid`;
    word = cut(word, "heid", 4);
    word = word.endsWith("en") ? cut(word, "en") : withoutE(word);
    word = cut(word, "ing", 4);
    word = word.replace(/z$/, "s").replace(/v$/, "f").replace(/([b-df-hj-np-tv-xz])\1$/, "$1");
    word = short(withoutE(cut(word, "s")));
    return short(cut(cut(cut(word, "t"), "s"), "d"));
  }

  // The stems to ask for. A word with a hyphen is asked for by its parts.
  function stammen(text) {
    const words = vouw(text).match(/[a-z0-9]+/g) ?? [];
    return [...new Set(words.filter((word) => !STOP.has(word)).map(stam))];
  }

  return { stam, stammen, vouw, woorden };
})();
