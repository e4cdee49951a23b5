"use strict";

// The order of questions and of pictures: random, but always the same for one voter of one survey.
const surveyOrder = (() => {
  // FNV-1a over UTF-16 units, then the finaliser of MurmurHash3, so that like texts begin far apart.
  function hashed(text) {
    let hash = 0x811c9dc5;
    for (let place = 0; place < text.length; place += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  // Each draw hashes the seed with its number: no state that a bad seed could spoil.
  function shuffled(list, seed) {
    const result = list.slice();
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = Math.floor((hashed(`${seed}|${last}`) / 2 ** 32) * (last + 1));
      [result[last], result[other]] = [result[other], result[last]];
    }
    return result;
  }

  return {
    pages: (survey, voter) =>
      shuffled(survey.pages, `${survey.order}|${voter}`).map((page) => ({
        ...page,
        pictures: shuffled(page.pictures, `${survey.order}|${voter}|${page.name}`),
      })),
  };
})();
