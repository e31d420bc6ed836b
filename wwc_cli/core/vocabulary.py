"""The closed lists of words that records use; docs/data-format.md says what each is for.

For checking the store and reading pages; reading commands do not need them.
"""

from __future__ import annotations

# A unit is a plain noun, and the value carries the scale: 22000000 USD.
UNITS = (
    *("percent", "percentage points", "times", "in ten", "per thousand", "rank", "points"),
    *("people", "families", "households", "homes", "properties", "neighborhoods", "areas"),
    *("businesses", "organizations", "departments", "cities", "schools"),
    *("facilities", "buildings", "rooms", "beds", "units", "stores", "sites", "routes"),
    *("minutes", "hours", "days", "weeks", "months", "years"),
    *("USD", "CLP", "COP"),
    *("meters", "miles", "inches", "square meters", "square feet", "acres"),
    *("metric tons CO2e", "kWh", "gallons", "tons", "vehicles", "trees"),
    *("calls", "visits", "trips", "interactions", "connections", "complaints", "clicks", "meals"),
    *("votes", "proposals", "projects", "strategies", "sessions", "drawings", "items"),
    *("datasets", "dashboards", "cameras", "devices", "movements"),
    *("leaks", "evictions", "pregnancies", "warrants"),
)
THEMES = (
    *("crime", "traffic-safety", "emergency-response", "disaster-relief", "fire-safety"),
    *("housing", "homelessness", "evictions", "blight", "public-space", "recreation"),
    *("health-access", "teen-pregnancy", "care", "education", "equity", "justice"),
    *("water", "waste", "emissions", "energy", "trees", "animals", "mobility"),
    *("revenue", "savings", "employment", "business-support", "service-speed"),
    *("participation", "open-data", "city-data", "trust", "population"),
)
PROGRAM_KINDS = (
    *("program", "platform", "dashboard", "plan", "policy", "office", "team", "partnership"),
    *("model", "survey", "campaign", "fund", "training", "event", "facility"),
)
# The practice areas of the What Works Cities Certification Standard.
PRACTICES = (
    *("data-management", "leadership-and-capacity", "open-data", "performance-and-analytics"),
    *("budget-and-finance", "results-driven-contracting", "community-impact", "evaluations"),
)
