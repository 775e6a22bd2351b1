"""The language that an ad is written in, told by its commonest words."""

from collections import defaultdict
from typing import ClassVar

from cscareer.catalog.loading import Catalog
from cscareer.catalog.models import Model
from cscareer.jobs.ad import Ad

ENGLISH = "en"
_MOST_WORDS = 600
_LEAST_HITS = 5
_TIMES = 1.5  # as many of its words as of English ones


class TextLanguage(Model):
    """A language by its code and name; `read` says whether its words are among those we read."""

    id: str
    name: str
    read: bool


class LanguageReader:
    """Tells languages apart."""

    English: ClassVar = TextLanguage(id=ENGLISH, name="English", read=True)

    def __init__(self, catalog: Catalog) -> None:
        self._names = {each.id: each.name for each in catalog.language_words.values()}
        self._of_word: dict[str, list[str]] = defaultdict(list)
        for each in catalog.language_words.values():
            for word in dict.fromkeys(each.words):
                self._of_word[word].append(each.id)

    def of(self, ad: Ad) -> TextLanguage:
        """The language of an ad; English where nothing speaks for another."""
        words: list[str] = []
        for line in ad.said:
            words += line.text.lower().split()
            if len(words) >= _MOST_WORDS:
                break
        del words[_MOST_WORDS:]
        hits = dict.fromkeys(self._names, 0)
        for codes in filter(None, map(self._of_word.get, words)):
            for code in codes:
                hits[code] += 1
        english = hits.pop(ENGLISH, 0)
        best = max(hits, key=lambda code: hits[code], default=None)
        if best is not None and hits[best] >= _LEAST_HITS and hits[best] > _TIMES * english:
            return TextLanguage(id=best, name=self._names[best], read=False)
        letters = [letter for word in words if not word.isascii() for letter in word if letter.isalpha()]
        if len(letters) > len(words) and sum(letter > "\u024f" for letter in letters) > len(letters) / 2:
            return TextLanguage(id="other", name="another script", read=False)
        return self.English
