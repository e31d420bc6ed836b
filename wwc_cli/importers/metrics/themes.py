"""What a figure is about: a theme of the closed list, by the stems of the words near it."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

# Beginnings of words by theme, whole words (`bus.`), and phrases with a space; the surer and
# narrower themes first, since the first of two that fit equally well is taken.
_STEMS = {
    "teen-pregnancy": "pregnan|teen preg|teenage preg",
    "evictions": "evict",
    "homelessness": "homeless unhous unshelter|street outreach|permanent supportive|shelter bed",
    "fire-safety": "smoke firefight|fire risk|fire fatal|structure fire|fires",
    "traffic-safety": "crash collision pedestrian fatalit speeding|vision zero|traffic calm"
    "|traffic safe|traffic death|traffic acc|traffic fatal|serious injur|road safe",
    "emergency-response": "ambulan dispatch|response time|emergency call|911 call|911 util"
    "|emergency phone|repeat call|emergency response|emergency line",
    "blight": "blight vacant derelict abandon demol|nuisance prop|code violation|housing violation",
    "disaster-relief": "flood hurrican disaster storm wildfir earthquake evacuat|emergency relief",
    "crime": "crime criminal homicid murder shoot gun. theft robber burglar violen arrest victim"
    " police. policing surveil securit gang. gangs. assault carjack",
    "justice": "court. courts. warrant divert diversion jail incarcerat fines. recidiv expung bail."
    "|legal action|traffic charge",
    "waste": "recycl landfill compost litter garbage trash waste.",
    "water": "water. leak sewer sewage stormwater drink aquifer irrigat",
    "trees": "tree. trees. canopy sapling",
    "energy": "kwh solar energy electricity renewable weatheriz kilowatt megawatt",
    "emissions": "emission carbon greenhouse climate pollut|co 2",
    "health-access": "health hospital clinic patient medic vaccin doctor opioid overdos triage"
    " intensive care|primary care|mental health|behavioral health|lab result",
    "care": "caregiv caretak senior elder childcar|care block|child care|care system",
    "education": "school student diploma graduat literacy kindergart tutor scholar colleg classroom"
    " kinder|pre - k|early childhood|reading level",
    "open-data": "dataset dashboard visualiz|open data|data set|data portal",
    "participation": "vote voter ballot surveyed participator proposal workshop feedback civic"
    " engagement input. drawing|town hall|open house",
    "recreation": "pool. pools. recreat sport swim playground athletic|youth program|summer camp",
    "public-space": "plaza parks.|public space|public squares",
    "mobility": "transit bus. buses. ridersh commut sidewalk bike. bikes. bicycl mobility congest"
    " road. roads. traffic"
    " transport walk repav pothole fare. fares. trips.",
    "housing": "housing house. houses. home. homes. rent. rental renter affordab apartment landlord"
    " tenant mortgage dwell settlement",
    "employment": "job. jobs. unemploy employ workforc hire hires. hired. hiring apprentic career"
    " training wage",
    "business-support": "business entrepreneur vendor storefront startup commerc contractor"
    " enterpris grant. grants.",
    "savings": "save. saves. saved. saving savings cost. costs. efficienc refund",
    "revenue": "revenue tax. taxes. fee. fees. deficit budget bond. bonds. collections",
    "service-speed": "wait. waits. waiting permit turnaround processing backlog"
    "|response to request|service request"
    "|days to|faster|inspection|processing time",
    "population": "inhabitant|population of|city of",
    "equity": "equit race. racial disabilit disparit minorit low-incom underserv accessib latino"
    " latinx black indigenous women-own immigrant gender",
    "city-data": "data. staff. governance analytic performance|data train",
    "trust": "trust satisf transparen confidence",
}
# Where no word says: what every story is about is a city's work with its data.
FALLBACK = "city-data"
# Themes whose words stories use whatever they are about count less.
_WEIGHT = {"city-data": 0.4, "equity": 0.9, "participation": 0.9, "mobility": 0.9}
_OF_UNIT = {
    "metric tons CO2e": "emissions",
    "kWh": "energy",
    "trees": "trees",
    "leaks": "water",
    "evictions": "evictions",
    "pregnancies": "teen-pregnancy",
    "votes": "participation",
    "datasets": "open-data",
    "dashboards": "open-data",
    "businesses": "business-support",
}


def _parted(stems: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return the whole words, the beginnings of words and the phrases of a line of stems."""
    singles, *phrases = stems.split("|")
    whole = frozenset(stem[:-1] for stem in singles.split() if stem.endswith("."))
    return whole, tuple(s for s in singles.split() if not s.endswith(".")), tuple(phrases)


@cache
def _table() -> dict[str, tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]]:
    return {name: _parted(stems) for name, stems in _STEMS.items()}


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[tuple[str, str], ...]:
    """Return the themes a word speaks for, each with its stem."""
    return tuple(
        (name, stem)
        for name, (whole, stems, _) in _table().items()
        for stem in (*stems, *({word} & whole))
        if word.startswith(stem)
    )


def _said(words: list[str]) -> Counter[str]:
    """Return by theme how many of its stems and phrases stand in lower-case words."""
    found = {pair for word in set(words) for pair in _of_word(word)}
    text = f" {' '.join(words)}"
    for name, (_, _, phrases) in _table().items():
        found |= {(name, phrase) for phrase in phrases if f" {phrase}" in text}
    return Counter(name for name, _ in found)


def theme(near: list[str], whole: list[str], unit: str | None) -> str | None:
    """Return the theme of a figure, from words *near* it and of its *whole* sentence.

    Words near it count three times. A unit that belongs to one theme counts as a word near it.
    `None` where no word says.
    """
    here, there = _said(near), _said(whole)
    best, most = None, 0.0
    for name in _STEMS:
        score = 3.0 * here[name] + there[name] + 3 * (_OF_UNIT.get(unit or "") == name)
        score *= _WEIGHT.get(name, 1)
        if score > most:
            best, most = name, score
    return best
