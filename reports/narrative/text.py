"""The narrative as it is stored with a report: generated sentences, and the clerk's words in their place.

A list of sections {"key", "level", "heading", "paragraphs"}; a paragraph is {"key", "generated", "text",
"edited", "outdated"}. A rebuild words every sentence anew; words of the clerk stay, and are marked `outdated`
when the sentence under them has changed since he wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reports.narrative.facts import Facts
from reports.narrative.outline import OUTLINE

Paragraph = dict[str, Any]
Narrative = list[dict[str, Any]]


def written(facts: Facts, *, kept: Narrative) -> Narrative:
    """Word the facts along the outline; what the clerk wrote in `kept` stays."""
    edited = {paragraph["key"]: paragraph for paragraph in paragraphs(kept) if paragraph["edited"]}
    return [
        {
            "key": section.key,
            "level": section.level,
            "heading": section.heading,
            "paragraphs": [
                _paragraph(sentence.key, sentence.words(facts), edited.get(sentence.key))
                for sentence in section.sentences
            ],
        }
        for section in OUTLINE
    ]


def reworded(narrative: Narrative, texts: Mapping[str, str]) -> Narrative:
    """Return the narrative with `texts` by paragraph key; the generated text itself takes an edit back."""
    return [
        {**section, "paragraphs": [_reworded(each, texts.get(each["key"])) for each in section["paragraphs"]]}
        for section in narrative
    ]


def paragraphs(narrative: Narrative) -> Iterator[Paragraph]:
    """Yield every paragraph in order."""
    for section in narrative:
        yield from section["paragraphs"]


def text_of(narrative: Narrative, key: str) -> str:
    """Return the words of one paragraph, "" when there is none."""
    return next((each["text"] for each in paragraphs(narrative) if each["key"] == key), "")


def _paragraph(key: str, generated: str, kept: Paragraph | None) -> Paragraph:
    if kept is None:
        return {"key": key, "generated": generated, "text": generated, "edited": False, "outdated": False}
    outdated = kept["outdated"] or kept["generated"] != generated
    return {**kept, "generated": generated, "outdated": outdated}


def _reworded(paragraph: Paragraph, text: str | None) -> Paragraph:
    if text is None or (text == paragraph["text"] and not paragraph["outdated"]):
        return paragraph
    edited = text != paragraph["generated"]
    return {**paragraph, "text": text, "edited": edited, "outdated": False}
