"""What a figure is about: a theme of the closed list, by the stems of the words near it."""

from __future__ import annotations

import re

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
    "blight": "blight vacant derelict abandon demol nuisance|code violation|housing violation",
    "disaster-relief": "flood hurrican disaster storm wildfir earthquake evacuat|emergency relief",
    "crime": "crime criminal homicid murder shoot gun. theft robber burglar violen arrest victim"
    " police. policing surveil securit gang. gangs. assault carjack",
    "justice": "court. courts. warrant divert diversion jail incarcerat fines. recidiv expung bail."
    "|legal action|traffic charge",
    "waste": "recycl landfill compost litter garbage trash waste.",
    "water": "water. leak sewer sewage stormwater drink aquifer irrigat",
    "trees": "tree. trees. canopy sapling",
    "energy": "kwh solar energy electricity renewable weatheriz kilowatt megawatt",
    "emissions": "emission carbon greenhouse co2 climate pollut",
    "health-access": "health hospital clinic patient medic vaccin doctor opioid overdos triage"
    " intensive care|primary care|mental health|behavioral health|lab result",
    "care": "caregiv caretak senior elder childcar|care block|child care|care system",
    "education": "school student diploma graduat literacy kindergart tutor scholar colleg classroom"
    " pre-k|early childhood|reading level",
    "open-data": "dataset dashboard visualiz|open data|data set|data portal",
    "participation": "vote voter ballot surveyed participator proposal workshop feedback civic"
    " engagement input. drawing|town hall|open house",
    "recreation": "pool. pools. recreat sport swim playground athletic|youth program|summer camp",
    "public-space": "plaza parks.|public space|public squares",
    "mobility": "transit bus. buses. ridersh commut sidewalk bike. bikes. bicycl mobility congest road. roads. traffic"
    " transport walk repav pothole fare. fares. trips.",
    "housing": "housing house. houses. home. homes. rent. rental affordab apartment landlord tenant mortgage dwell settlement",
    "employment": "job. jobs. unemploy employ workforc hire hires. hired. hiring apprentic career training wage",
    "business-support": "business entrepreneur vendor storefront startup commerc contractor"
    " enterpris grant. grants.",
    "savings": "save. saves. saved. saving savings cost. costs. efficienc refund",
    "revenue": "revenue tax. taxes. fee. fees. deficit budget bond. bonds. collections",
    "service-speed": "wait. waits. waiting permit turnaround processing backlog|response to request|service request"
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


def _pattern(stems: str) -> re.Pattern[str]:
    singles, *phrases = stems.split("|")
    words = [
        rf"{re.escape(stem[:-1])}\b" if stem.endswith(".") else re.escape(stem)
        for stem in (*singles.split(), *phrases)
    ]
    return re.compile(rf"\b(?:{'|'.join(words)})")


_PATTERNS: dict[str, re.Pattern[str]] = {}


def theme(near: str, whole: str, unit: str | None) -> str | None:
    """Return the theme of a figure, from words *near* it and of its *whole* sentence.

    Words near it count three times. A unit that belongs to one theme counts as a word near it.
    `None` where no word says.
    """
    if not _PATTERNS:
        _PATTERNS.update({name: _pattern(stems) for name, stems in _STEMS.items()})
    close, wide = near.lower(), whole.lower()
    best, most = None, 0.0
    for name, pattern in _PATTERNS.items():
        here, there = set(pattern.findall(close)), set(pattern.findall(wide))
        score = 3.0 * len(here) + len(there) + 3 * (_OF_UNIT.get(unit or "") == name)
        score *= _WEIGHT.get(name, 1)
        if score > most:
            best, most = name, score
    return best
