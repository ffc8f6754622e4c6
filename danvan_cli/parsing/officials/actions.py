"""What people did: each verb of the lexicon finds its person by the grammar of news sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import cast

import msgspec

from danvan_cli.parsing.anchors import Anchor
from danvan_cli.parsing.article import Article
from danvan_cli.parsing.officials.gaps import without_brackets
from danvan_cli.parsing.officials.mention import Mention
from danvan_cli.parsing.officials.people import Person
from danvan_cli.parsing.officials.verbs import asks_body, is_noun, of_is_read
from danvan_cli.parsing.officials.vocabulary import word_set
from danvan_cli.parsing.officials.words import Words
from danvan_cli.record import Action

_JOINERS = word_set("verb_joiner")
_ROW = word_set("row")
_OBLIQUE = word_set("oblique")
_ASKING = word_set("asking")
_SETTING = word_set("setting")
_SPEECH = frozenset({"direct", "conclude", "report", "speak"})
_COMRADES = frozenset({"các", "hai", "đồng", "chí", "đ", "/", "c", "ông", "bà", ":"})
"""Words of "các đồng chí" and the like before the first name of a list."""
_RECIPIENTS = frozenset({"cá", "nhân", "người", "cán", "bộ", "đảng", "viên", "vị", "là", "gồm"})
"""Words of "cho 2 cá nhân là" before the first name of those who are given something."""
_SIDES = word_set("side")
_LIST_OPENERS = frozenset({"có", "gồm"})
_PRAISE = ("đánh giá cao", "ghi nhận", "biểu dương", "chúc mừng", "cảm ơn")
"""Verbs of speech after whose semicolon a deed stands, not more of what was said."""
_FRONT_LIMIT = 30
_GAP_LIMIT = 22
_ROW_LIMIT = 80
"""People of one list that one verb may have; no list in print is longer."""


class Deed(msgspec.Struct):
    """A verb with its person."""

    person: Person
    actions: tuple[Action, ...]
    start: int
    end: int
    sentence: int
    caption: bool


class SentenceActions:
    """Finds the persons of the verbs of one sentence."""

    def __init__(
        self,
        article: Article,
        words: Words,
        mentions: list[Mention],
        number: int,
        caption: bool,
        past: frozenset[int] = frozenset(),
    ) -> None:
        """``past``: where verbs begin that tell of a career before the event, and so of no deed."""
        self.article, self.words, self.mentions = article, words, mentions
        self.number, self.caption = number, caption
        self.starts = [mention.outer_start for mention in mentions]
        self.verbs = [
            verb
            for verb in article.anchors_in("action", words.start, words.end)
            if verb.start not in past and not self._in_mention(verb) and not is_noun(article, words, verb)
        ]
        self.verb_starts = [verb.start for verb in self.verbs]
        self.deeds: list[Deed] = []
        self.listed: list[Mention] = []
        """Whom a verb before a list has ("Dự có các đồng chí …")."""

    def _in_mention(self, verb: Anchor) -> bool:
        k = bisect_right(self.starts, verb.start)
        return any(verb.start < mention.outer_end for mention in self.mentions[max(0, k - 2) : k])

    def _verb_between(self, start: int, end: int) -> bool:
        """Whether a verb begins in ``start:end``."""
        i = bisect_left(self.verb_starts, start)
        return i < len(self.verb_starts) and self.verb_starts[i] < end

    def read(self) -> list[Deed]:
        """The deeds of the sentence in order of its verbs."""
        previous: tuple[Anchor, list[Mention]] | None = None
        for verb in self.verbs:
            people = self._before(verb) or self._fronted(verb) or self._inverted(verb)
            if not people and previous is not None and self._coordinated(*previous, verb):
                people = previous[1]
            if people:
                previous = (verb, people)
                if verb.value != "-":
                    self._add(people, verb, "direct" if asks_body(self.words, verb) else None)
        self._quoted()
        self._hosted()
        self._given()
        self._appointed()
        return self.deeds

    def _add(self, people: list[Mention], verb: Anchor, value: str | None = None) -> None:
        actions = tuple(cast("Action", name) for name in (value or verb.value).split(","))
        for mention in people:
            if mention.person is not None:
                self.deeds.append(Deed(mention.person, actions, verb.start, verb.end, self.number, self.caption))

    def _group(self, k: int) -> list[Mention]:
        """Mention ``k`` with those that stand in one row before it ("A, …; B, … và C")."""
        group = [self.mentions[k]]
        while k and len(group) < _ROW_LIMIT:
            gap = without_brackets(self.words.between(self.mentions[k - 1].outer_end, self.mentions[k].outer_start))
            if not gap or any(word not in _ROW for word in gap):
                break
            other = self.mentions[k - 1]
            named = self.mentions[k]
            apart = named.addressed or named.outer_start < named.start  # with an address or an office of its own
            aside = other.kind == "role" or (gap == [","] and apart)
            if aside and self._word_before(other) in _OBLIQUE:
                break  # "Thừa ủy quyền của Chủ tịch nước, đồng chí A trao …", "Nghe ông A, đồng chí B kết luận"
            k -= 1
            group.append(self.mentions[k])
        return group[::-1]

    def _before(self, verb: Anchor) -> list[Mention]:
        """The people right before the verb, with nothing but adverbs between."""
        k = bisect_right(self.starts, verb.start) - 1
        while k >= 0 and self.mentions[k].outer_end > verb.start:
            k -= 1
        while k >= 0:
            subject = self.mentions[k]
            if self._verb_between(subject.outer_end, verb.start):
                return []
            if not self._bridged(subject.outer_end, verb.start):
                return []
            group = self._group(k)
            before = self._word_before(group[0])
            if before in _ASKING:
                return []
            if before not in _OBLIQUE:
                # "Dự có đ/c A, …; đ/c B, … chủ trì": whom a verb before the list has are not this verb's too.
                return [mention for mention in group if mention not in self.listed] or group
            k -= len(group)  # "A, thừa ủy quyền của Thủ tướng trình bày": A does
        return []

    def _word_before(self, mention: Mention) -> str:
        first = self.words.index(mention.outer_start)
        return self.words[first - 1].low if first else ""

    def _bridged(self, start: int, end: int) -> bool:
        words = self.words
        i, stop = words.index(start), words.index(end)
        if stop - i > _GAP_LIMIT:
            return False
        anchors = self.article.anchors
        bridged = False
        while i < stop:
            word = words[i]
            if word.text in (";", ":", '"') or word.low in ("mà", "nếu"):
                return False
            if word.text == "(" and (close := self._bracket_end(i, stop)):
                i = close
                continue
            adverb = anchors.at("verb_adverb", word.start)
            bridge = anchors.at("verb_bridge", word.start)
            if bridge:
                bridged = True
                i = words.index(bridge.end)
            elif adverb:
                i = words.index(adverb.end)
            elif word.text in (",", "-", ")", "(") or bridged:
                i += 1
            else:
                return False
        return True

    def _bracket_end(self, i: int, stop: int) -> int:
        """The index after a bracket that opens at word ``i`` and closes before ``stop``, else 0: "ông A (trái) nói"."""
        return next((k + 1 for k in range(i, stop) if self.words[k].text == ")"), 0)

    def _clause_start(self, verb: Anchor) -> bool:
        i = self.words.index(verb.start)
        while i and self.words[i - 1].low in ("cùng", "đến", "tới", "về", "cũng", "trực", "tiếp", "và", "tham", "gia"):
            i -= 1
        if i == 0:
            return True
        before = self.words[i - 1]
        return before.text in (".", ";", ",", ":", "-", ")", '"') or before.low in ("sau", "khi", "dưới", "với")

    def _opens_sentence(self, verb: Anchor) -> bool:
        """Whether at most a time or place stands before the verb ("Sáng cùng ngày, phát biểu tại …")."""
        words, i = self.words, self.words.index(verb.start)
        if i > _FRONT_LIMIT or not self._clause_start(verb):
            return False
        return i <= 3 or (words[0].low in _SETTING and not any(words[k].text == '"' for k in range(i)))

    def _mentions_after(self, offset: int) -> range:
        """Indices of the mentions that begin at or after ``offset``, a list's length at most."""
        k = bisect_left(self.starts, offset)
        return range(k, min(k + _ROW_LIMIT, len(self.mentions)))

    def _fronted(self, verb: Anchor) -> list[Mention]:
        """ "Phát biểu kết luận hội nghị, đồng chí A nhấn mạnh": the verb phrase goes before its person and a comma."""
        words = self.words
        i = words.index(verb.end)
        if not self._opens_sentence(verb) or (i < len(words) and words[i].low == "của"):
            return []
        for k in self._mentions_after(verb.end):
            j = words.index(self.mentions[k].outer_start)
            if j - i > _FRONT_LIMIT or j == 0:
                return []
            between = [words[t].low for t in range(i, j)]
            if _LIST_OPENERS & set(between) or ";" in between:
                return []
            if words[j - 1].text == ",":
                return self._row(k)
            if "," in between or ":" in between:
                return []
        return []

    def _row(self, k: int) -> list[Mention]:
        """Mention ``k`` with those in one row after it."""
        row = [self.mentions[k]]
        for j in self._mentions_after(self.starts[k])[1:]:
            gap = self.words.between(self.mentions[j - 1].outer_end, self.mentions[j].outer_start)
            if any(word not in _ROW for word in gap):
                break
            row.append(self.mentions[j])
        return row

    def _inverted(self, verb: Anchor) -> list[Mention]:
        """ "Cùng dự có các đồng chí …", "dưới sự chủ trì của đồng chí …"."""
        words = self.words
        i = words.index(verb.end)
        of = i < len(words) and words[i].low == "của"
        if not (of_is_read(verb) if of else self._clause_start(verb)):
            return []
        after = self._mentions_after(verb.end)
        if not after:
            return []
        mention = self.mentions[after[0]]
        j = words.index(mention.outer_start)
        gap = [words[t].low for t in range(i, j)] if j - i <= _FRONT_LIMIT else [";"]
        if ";" in gap or "." in gap:
            return []
        # "Tham dự lễ trao giải có bà A": what is attended may hold a verb of its own, before "có".
        opener = max((t for t in range(i, j) if words[t].low in _LIST_OPENERS), default=-1)
        if opener < 0 and self._named_as(i, j):
            opener = i
        if self._verb_between(words[opener].start if opener >= 0 else verb.end, mention.outer_start):
            return []
        if of and verb.value == "report":
            return [mention] if j == i + 1 and mention.kind != "role" else []
        if not of and opener < 0:
            return []
        self.listed = self._until_verb(after)
        return self.listed

    def _named_as(self, start: int, end: int) -> bool:
        """Whether only "là" and an address stand right before word ``end``: "Chủ trì hội nghị là đồng chí A".

        Not so in "trao Giấy khen cho 2 cá nhân là đồng chí A".
        """
        at = end
        while at > start and self.words[at - 1].low in _COMRADES:
            at -= 1
        given = any(self.words[k].low == "cho" for k in range(start, at))
        return at > start and self.words[at - 1].low == "là" and not given

    def _until_verb(self, indices: range) -> list[Mention]:
        """The mentions at ``indices`` up to one that has a verb of its own."""
        row = [self.mentions[indices[0]]]
        for j in indices[1:]:
            if self._verb_between(self.mentions[j - 1].outer_end, self.mentions[j].outer_start):
                break
            row.append(self.mentions[j])
        if len(row) > 1 and self._own_verb(row[-1]):
            gap = self.words.between(row[-2].outer_end, row[-1].outer_start)
            if ";" in gap or "." in gap or "," in gap:
                row.pop()
        return row

    def _own_verb(self, mention: Mention) -> bool:
        i = bisect_left(self.verb_starts, mention.outer_end)
        return i < len(self.verbs) and self._bridged(mention.outer_end, self.verb_starts[i])

    def _named_between(self, start: int, end: int) -> bool:
        """Whether someone is named in ``start:end``; bare capitals after "của" may be a place."""
        for k in self._mentions_after(start):
            mention = self.mentions[k]
            if mention.outer_start >= end:
                return False
            bare = mention.kind == "name" and not mention.addressed and not mention.positions
            if not (bare and self._word_before(mention) == "của"):
                return True
        return False

    def _coordinated(self, first: Anchor, people: list[Mention], second: Anchor) -> bool:
        """Whether the second verb has the people of the first ("dự và chỉ đạo", "…, đồng thời yêu cầu")."""
        # "Kết luận hội nghị, đồng chí A cảm ơn …; đề nghị …": the first verb's person stands between the two.
        fronted = people[0].outer_start > first.end and people[-1].outer_end <= second.start
        begin = people[-1].outer_end if fronted and not self.listed else first.end
        if first.value == "-" or self._named_between(begin, second.start):
            return False
        if self.words.index(second.start) - self.words.index(begin) > _FRONT_LIMIT + 10:
            return False
        gap = self.words.between(begin, second.start)
        if not gap:
            return False
        if len(gap) <= 3 and all(word in _JOINERS for word in gap):
            return True
        praised = self.article.low.startswith(_PRAISE, first.start) and second.value == "award" and gap[-1] == ";"
        if _SPEECH & set(first.value.split(",")) and second.value != "direct" and not praised:
            return False
        return gap[-2:] == ["đồng", "thời"] or gap[-3:-1] == ["đồng", "thời"] or gap[-1] in (",", "và", ";")

    def _quoted(self) -> None:
        """ "Theo ông A, …" says what A said."""
        for mention in self.mentions:
            if self._word_before(mention) == "theo":
                self._add([mention], Anchor(mention.outer_start, mention.outer_end, "action", "speak"))

    def _hosted(self) -> None:
        """ "Lãnh đạo tỉnh có các đồng chí: A; B": who came, told by side."""
        if not self.mentions:
            return
        i = self.words.index(self.mentions[0].outer_start)
        while i and self.words[i - 1].low in _COMRADES:
            i -= 1
        if self.words[0].low in _SIDES and 1 < i <= _FRONT_LIMIT and self.words[i - 1].low == "có":
            start = self.words[i - 1].start
            if not self.verbs or self.verb_starts[0] > start:
                here = Anchor(start, self.words[i - 1].end, "action", "attend")
                self._add(self._until_verb(self._mentions_after(start)), here)

    def _given(self) -> None:
        """ "trao quyết định nghỉ hưu cho ông A": who is given something receives it."""
        for verb in self.verbs:
            if "award" not in verb.value.split(","):
                continue
            for k in self._mentions_after(verb.end)[:1]:
                i, j = self.words.index(verb.end), self.words.index(self.mentions[k].outer_start)
                gap = self.words.between(verb.end, self.starts[k])
                before = [word for word in gap if word not in _COMRADES]
                while before and (before[-1] in _RECIPIENTS or before[-1].isdigit()):
                    before.pop()
                if j - i > _FRONT_LIMIT or not before or before[-1] != "cho" or ";" in gap:
                    continue
                if not self._verb_between(verb.end, self.starts[k]):
                    self._add([m for m in self._row(k) if m.kind != "role"], verb, "receive")

    def _appointed(self) -> None:
        """ "phân công ông A giữ chức …": the person after the verb receives an office."""
        for verb in self.article.anchors_in("appoint", self.words.start, self.words.end):
            for k in self._mentions_after(verb.end)[:1]:
                gap = self.words.between(verb.end, self.starts[k])
                # "bổ nhiệm chức vụ Giám đốc Sở Nội vụ cho ông A"
                given = gap[-1:] == ["cho"] and len(gap) <= _FRONT_LIMIT and not {",", ";"} & set(gap)
                if not gap or (given and not self._verb_between(verb.end, self.starts[k])):
                    self._add([self.mentions[k]], verb, "receive")
